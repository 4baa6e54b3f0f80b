import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HiddenContent } from '#data/schema/flow.ts';
import { buildProfiler } from '../profile.ts';
import { screenHidden } from './hidden.ts';
import { maskIssues, personalColumns } from './issues.ts';
import { isWholeName } from './names.ts';
import { isNhsNumber } from './numbers.ts';
import { buildScreen } from './screen.ts';
import { maskPersonal } from './sign.ts';
import { signsIn } from './text-signs.ts';

/** Findings of a table of made-up people, as severity, column and message. */
function screened(columns: readonly string[], rows: readonly (readonly string[])[]) {
  const screen = buildScreen();
  const profiler = buildProfiler(columns);
  for (const [index, values] of rows.entries()) {
    screen.see({ line: index + 2, values });
    profiler.see({ line: index + 2, values });
  }
  return screen.findings(profiler.facts().columns);
}
const severities = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  screened(columns, rows).map(({ where, severity }) => `${where}: ${severity}`);
const column = (name: string, ...values: string[]) =>
  severities(
    [name],
    values.map((value) => [value]),
  );

describe('buildScreen()', () => {
  it.each([
    ['a person’s e-mail', 'Notes', 'Ring first, then jane.smith@council.gov.uk'],
    ['an address of free mail', 'Contact', 'bowlsfan1961@gmail.com'],
    ['a mobile in a note', 'Notes', 'Gate code from tenant on 07700 900123 after six'],
    ['a mobile abroad style', 'Notes', 'call +44 (0)7700 900 123'],
    ['a National Insurance number in a note', 'Remarks', 'NI AB 12 34 56 C checked'],
    ['a date of birth in a note', 'Remarks', 'Applicant DOB 03/04/1961, blue badge'],
    ['bank details in a note', 'Remarks', 'Sort code 12-34-56 account no 12345678'],
    ['a titled name', 'Description', 'Extension for Mr J Smith at rear'],
    ['a name under a heading about persons', 'Applicant', 'Jane Smith'],
    ['initials under a heading about persons', 'Tenant', 'J. P. Oyelaran'],
    ['a surname under its heading', 'Surname', 'Oyelaran'],
    ['a birth date under its heading', 'DOB', '1961-04-03'],
    ['a number plate under its heading', 'Vehicle reg', 'AB12 CDE'],
    ['an NHS number under its heading', 'NHS No', '943 476 5919'],
    ['a person among owners', 'owner', 'David Cartwright'],
  ])('holds %s', (_what, name, value) => {
    expect(column(name, value)).toEqual([`${name}: error`]);
  });

  it.each([
    ['an office’s mailbox', 'Email', 'info@council.gov.uk'],
    ['a library’s mailbox', 'Email', 'sale.library@trafford.gov.uk'],
    ['the council as owner', 'Owner', 'Council'],
    ['a firm as customer', 'customer_name', 'David Cartwright Farms Ltd'],
    ['a street of a saint', 'Address', 'St John Street'],
    ['a street named after a person', 'Street', 'Sir Matt Busby Way'],
    ['a surgery of a doctor’s name', 'Name', 'Dr Kershaw’s Hospice'],
    ['a UPRN', 'UPRN', '100012710993'],
    ['an easting and northing', 'Location', '381429 391372'],
    ['a decimal figure', 'Rate', '0.7700900123'],
    ['a UUID', 'id', '07700900-1234-4abc-9def-0123456789ab'],
    ['WKT', 'geom', 'POLYGON((381429.07700900123 391372.5, 381430 391373, 381431 391370))'],
    ['a reference like a National Insurance number', 'Ref', 'AB123456C'],
    ['a freephone number', 'Helpline', '0800 123 4567'],
    ['a postcode', 'Postcode', 'OL16 1AB'],
    ['a date', 'Decided', '12-03-19'],
  ])('says nothing of %s', (_what, name, value) => {
    expect(column(name, value)).toEqual([]);
  });

  it('holds a column of telephone numbers when many are mobiles, and only tells of offices’', () => {
    expect(column('Telephone', '0161 496 0123', '0161 496 0124')).toEqual(['Telephone: notice']);
    expect(column('Telephone', '0161 496 0123', '07700 900123')).toEqual(['Telephone: error']);
  });

  it('takes a column of names for persons, graver beside addresses', () => {
    const names = ['Jane Smith', 'Paul Brown', 'Ann Lee', 'Tariq Aziz', 'Susan Hughes'];
    expect(column('Holder', ...names)).toEqual(['Holder: warning']);
    const rows = names.map((name, index) => [name, `${index + 1} High Lane, Sale`]);
    expect(severities(['Holder', 'Where'], rows)).toEqual(['Holder: error']);
  });

  it('knows NHS numbers by their check digits without a heading', () => {
    const numbers = ['9434765919', '4010232137', '9434765870', '9876543210', '1234567881'];
    expect(numbers.filter(isNhsNumber).length).toBe(5);
    expect(column('code', ...numbers)).toEqual(['code: error']);
  });

  it('says how often, on which line first and what it looks like, and never the value', () => {
    const rows = [
      ['quiet site'],
      ['see jane.smith@council.gov.uk'],
      ['or paul.brown@council.gov.uk'],
    ];
    const [found] = screened(['Notes'], rows);
    expect(found?.message).toBe(
      'The column “Notes” seems to hold e-mail addresses of persons (2 times, first on line 3, such as j…@…). Take them out and send the file again, or confirm in the source’s descriptor, with the reason, that they may be published; nothing is published until then.',
    );
    expect(found?.value).toBe('j…@…');
  });

  it('sees every row, not a sample', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      index === 17_771 ? 'jane.smith@gmail.com' : `row ${index}`,
    ]);
    expect(screened(['Notes'], rows)).toMatchObject([{ severity: 'error', line: 17_773 }]);
  });
});

describe('screenHidden()', () => {
  const hidden = (kind: HiddenContent['kind'], ...texts: { label?: string; text: string }[]) =>
    screenHidden([{ kind, where: 'sheet “Staff”', texts: () => texts }]);

  it.each([
    ['hidden-sheet', { label: 'Surname', text: 'Mr A Oyelaran' }],
    ['comments', { text: 'ask jane.smith@gmail.com' }],
    ['deleted-rows', { label: 'TENANT', text: 'Jane Smith' }],
    ['pivot-cache', { label: 'DOB', text: '1961-04-03' }],
    ['extra-table', { text: '07700 900123' }],
  ] as const)('holds a file whose %s names a person', (kind, text) => {
    const [found, ...more] = hidden(kind, text);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ severity: 'error', layer: 'sheet “Staff”' });
    expect(found?.message).not.toContain(text.text);
  });

  it('only tells of the author in the properties, and says nothing of clean parts', () => {
    expect(hidden('properties', { label: 'Author', text: 'Jane Smith' })[0]?.severity).toBe(
      'notice',
    );
    expect(hidden('hidden-sheet', { label: 'Code', text: 'list of wards' })).toEqual([]);
  });
});

describe('maskIssues()', () => {
  it('masks the values of personal columns in every other issue', () => {
    const found = {
      code: 'value.pattern',
      severity: 'error',
      mender: 'publisher',
      layer: 'a',
      column: 'Notes',
      value: 'jane.smith@gmail.com',
      message: '“jane.smith@gmail.com” is odd',
    } as const;
    const columns = new Map([
      ['a', personalColumns([{ where: 'Notes', severity: 'error', message: '' }])],
    ]);
    const [masked] = maskIssues([found], columns);
    expect(JSON.stringify(masked)).not.toContain('smith');
  });
});

describe('signsIn()', () => {
  it('never throws, and masks whatever it finds', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('Mr ', 'J ', '@', '07', '7', '.', 'AB', ' ', 'Smith', 'dob ', '-'), {
          maxLength: 40,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (cell) => {
        for (const { found } of signsIn(cell)) expect(maskPersonal(found).length).toBeLessThan(30);
        isWholeName(cell);
      }),
    );
  });

  it('takes a hostile text in its stride', () => {
    const began = performance.now();
    for (const piece of ['a@', '07 ', 'Mr A ', 'a.', '@a.', 'AB 12 '])
      signsIn(piece.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
