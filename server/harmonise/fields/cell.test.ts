import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute } from '#data/schema/attribute.ts';
import { flagCaster, readFlag } from './boolean.ts';
import { identifierCaster } from './identifier.ts';
import { stripMarkup, textCaster, textOf } from './text.ts';
import { unitOfHeading } from './unit.ts';
import { readUrl, urlCaster } from './url.ts';

const named = (name: string): Attribute => ({
  name,
  title: name,
  type: 'text',
  synonyms: [],
  standard: 'test',
});

describe('textCaster()', () => {
  const cast = textCaster();

  it.each([
    ['  Ashton\u00a0 Library ', 'Ashton Library'],
    ['line one \r\n line two', 'line one\nline two'],
    ['<b>Town</b> Hall<br>Square &amp; Mews', 'Town Hall\nSquare & Mews'],
    ['a < b', 'a < b'],
  ])('tidies %j', (cell, value) => {
    expect(cast(cell).value).toBe(value);
  });

  it.each(['N/A', '<Null>', '--', '#N/A', 'null'])('takes %j for nothing', (cell) => {
    expect(cast(cell)).toMatchObject({ rule: 'null token' });
  });

  it('leaves no tag of any text it strips', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(stripMarkup(`<p>${text}</p>`)).not.toMatch(/<p>|<\/p>/);
      }),
    );
  });
});

describe('textOf()', () => {
  it('writes whole numbers without exponent or fraction', () => {
    expect(textOf(100012797623)).toBe('100012797623');
    expect(textOf(1.5)).toBe('1.5');
    expect(textOf(new Date(Date.UTC(2020, 0, 2)))).toBe('2020-01-02');
    expect(textOf(null)).toBe('');
  });
});

describe('identifierCaster()', () => {
  it.each([
    ['reference', '12.0', '12', 'table.float-formatted-id'],
    ['reference', '1.23E+11', undefined, 'table.scientific-notation-id'],
    ['reference', 'SH 2132', 'SH 2132', undefined],
    ['uprn', '100012797623', '100012797623', undefined],
    ['uprn', '00012797623', '12797623', undefined],
    ['uprn', '1000127976231', undefined, 'value.uprn-checksum-or-range'],
    ['postcode', 'bl12sw', 'BL1 2SW', undefined],
    ['postcode', 'Bolton', 'Bolton', 'value.postcode-invalid'],
    ['gss', 'E08000003', 'E08000003', undefined],
    ['gss', 'E0800003', undefined, 'value.gss-unknown'],
  ])('reads %s %j as %j', (name, cell, value, code) => {
    const reading = identifierCaster(named(name))(cell);
    expect(reading.value).toBe(value);
    expect(reading.faults?.[0]?.code).toBe(code);
  });

  it('keeps the digits of a number cell', () => {
    expect(identifierCaster(named('uprn'))(100012797623).value).toBe('100012797623');
  });
});

describe('readFlag()', () => {
  it.each([
    ['Y', true],
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    ['✓', true],
    ['Yes - part of the site', true],
    ['n', false],
    ['0', false],
    ['F', false],
    ['maybe', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, expected) => {
    expect(readFlag(text)).toBe(expected);
  });

  it('takes a cross for yes only where the column holds nothing else', () => {
    expect(flagCaster(named('a'))('x').faults?.[0]?.code).toBe('value.flag-invalid');
    expect(flagCaster(named('a'), { crossMeansYes: true })('X').value).toBe(true);
  });
});

describe('readUrl()', () => {
  it.each([
    'javascript:alert(1)',
    'ftp://a.b/c',
    'http://user:pw@a.b/',
    'page.html',
    '',
    'http://',
  ])('refuses %j', (text) => {
    expect(readUrl(text)).toBeUndefined();
  });

  it('completes www addresses and opens links', () => {
    expect(urlCaster()('www.bolton.gov.uk/libraries').value).toBe(
      'https://www.bolton.gov.uk/libraries',
    );
    expect(urlCaster()('<a href="https://a.gov.uk/x">plan</a>').value).toBe('https://a.gov.uk/x');
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.webUrl(), (text) => void urlCaster()(text)));
    fc.assert(fc.property(fc.string(), (text) => void urlCaster()(`https://${text}`)));
  });
});

describe('unitOfHeading()', () => {
  it.each([
    ['Site area (m2)', 'm2'],
    ['AREA (HA)', 'ha'],
    ['Installed Capacity (MWelec)', 'MW'],
    ['site_area_square_metres', 'm2'],
    ['area_ha', 'ha'],
    ['kW', 'kW'],
    ['Hectares', 'ha'],
    ['Name', undefined],
    ['Last updated (dd/mm/yyyy)', undefined],
  ])('finds in %j the unit %j', (heading, unit) => {
    expect(unitOfHeading(heading)).toBe(unit);
  });
});
