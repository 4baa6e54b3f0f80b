import type { Attribute } from '#data/schema/attribute.ts';
import type { Cell } from '#data/schema/flow.ts';
import {
  asPublished,
  type Caster,
  type Fault,
  NOTHING,
  type Reading,
  unreadable,
} from './reading.ts';
import { isNullToken, NULL_TOKEN, textOf, tidy } from './text.ts';

/** ONS code of an area. Source: ONS coding and naming policy (entity letter and two digits, six digits). */
const GSS = /^[EJKLMNSW]\d{8}$/;
/** Shape of a UK postcode; its last two letters are never C, I, K, M, O or V. Source: ONS Postcode Directory user guide. */
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[ABD-HJLNP-UW-Z]{2})$/;
/** Largest UPRN, 12 digits. Source: GeoPlace data entry conventions. */
const UPRN = /^\d{1,12}$/;
/** Largest USRN, 8 digits. Source: GeoPlace data entry conventions. */
const USRN = /^\d{1,8}$/;

type Check = (text: string) => Reading;

const CHECKS: readonly (readonly [RegExp, Check])[] = [
  [/(^|-)uprn$/, digitsCheck(UPRN, 'value.uprn-checksum-or-range', 'A UPRN has up to 12 digits.')],
  [/(^|-)usrn$/, digitsCheck(USRN, 'value.usrn-unknown', 'A USRN has up to 8 digits.')],
  [/(^|-)postcode$/, postcode],
];

/** First letters and figures of the codes an attribute may hold. Source: ONS register of geographic codes. */
const ENTITIES: Readonly<Record<string, RegExp>> = {
  gss: /^(E0[6-9]|E1[0-3]|E47|W06|S12|N09|K)/,
  'ward-code': /^(E05|E36|W05|W40|S13|N08|N10)/,
  lsoa: /^(E01|W01|S01|N21|95)/,
  msoa: /^(E02|W02|S02)/,
};

/** A code of an ONS area: its shape, and that it is of the kind the attribute is for. */
function gss(name: string): Check {
  const entity = ENTITIES[name];
  return (text) => {
    const code = text.toUpperCase().replaceAll(' ', '');
    if (GSS.test(code)) {
      const value: Reading = { value: code, rule: code === text ? 'as published' : 'upper case' };
      if (entity === undefined || entity.test(code)) return value;
      const message = `${code} is the code of another kind of area: check the column.`;
      return { ...value, faults: [{ code: 'value.gss-unknown', message }] };
    }
    return damaged(name, text, code);
  };
}

function damaged(name: string, text: string, code: string): Reading {
  // Columns called by an area's kind also hold names and older codes: only a damaged code is a fault.
  if (name !== 'gss' && name !== 'gss-code' && !/^[EJKLMNSW]\d{6,9}$/.test(code)) {
    return asPublished(text);
  }
  const proposal = withZeroMended(code);
  const perhaps = proposal === undefined ? '' : ` Perhaps ${proposal}?`;
  return unreadable(
    'value.gss-unknown',
    `An area code is a letter and eight digits, such as E08000009: check for a lost digit.${perhaps}`,
  );
}

/** The code with one zero more or less in its row of zeros, where that makes its shape right. */
function withZeroMended(code: string): string | undefined {
  const more = code.replace(/0{2,}/, (zeros) => `${zeros}0`);
  const fewer = code.replace(/0{3,}/, (zeros) => zeros.slice(1));
  return [more, fewer].find((each) => each !== code && GSS.test(each));
}

function postcode(text: string): Reading {
  const plain = text.toUpperCase().replace(/[^A-Z\d ]/g, '');
  const match = POSTCODE.exec(plain);
  if (match !== null) {
    const value = `${match[1]} ${match[2]}`;
    return { value, rule: value === text ? 'as published' : 'postcode spaced' };
  }
  const proposal = POSTCODE.exec(swapLookalikes(plain.replaceAll(' ', '')));
  const perhaps = proposal === null ? '' : ` Perhaps ${proposal[1]} ${proposal[2]}?`;
  const message = `The postcode is not written as postcodes are, such as M2 5DB.${perhaps}`;
  return {
    value: text,
    rule: 'as published',
    faults: [{ code: 'value.postcode-invalid', message }],
  };
}

/** Letters where digits stand and the other way round in the last three places: `M2 SDB`, `M2 50B`. */
function swapLookalikes(compact: string): string {
  const inward = compact.slice(-3);
  const digit = (inward[0] ?? '').replace('O', '0').replace(/[IL]/, '1').replace('S', '5');
  const letters = inward.slice(1).replaceAll('0', 'O').replaceAll('1', 'L').replaceAll('5', 'S');
  return compact.slice(0, -3) + digit + letters;
}

function digitsCheck(shape: RegExp, code: Fault['code'], message: string): Check {
  return (text) => {
    const digits = text.replace(/^0+(?=\d)/, '');
    if (shape.test(digits) && digits !== '0') {
      return { value: digits, rule: digits === text ? 'as published' : 'leading zeros dropped' };
    }
    return unreadable(code, message);
  };
}

const FLOAT = /^-?\d{1,15}\.0+$/;
const SCIENTIFIC = /^-?\d(\.\d+)?E\+\d{1,3}$/i;

/** True for attributes whose text is an identifier: Excel's accidents are looked for and shapes checked. */
export const isIdentifier = (attribute: Attribute): boolean =>
  attribute.type === 'text' &&
  /(^|-)(reference|id|ref|code|number|entry|uprn|usrn|urn|toid|gss|postcode|lsoa|msoa)$/.test(
    attribute.name,
  );

const AREA_CODE = /^(gss(-code)?|ward-code|lsoa|msoa)$|-gss$/;

function checkOf(name: string): Check {
  if (AREA_CODE.test(name)) return gss(name);
  return CHECKS.find(([pattern]) => pattern.test(name))?.[1] ?? asPublished;
}

/** `3-1` as a spreadsheet turns it into a date: `03-Jan`, `Mar-01`. */
const DATE_FROM_CODE = /^(\d{1,2}-[A-Z][a-z]{2}|[A-Z][a-z]{2}-\d{2})$/;

const AS_DATE: Reading = {
  rule: 'as published',
  faults: [
    {
      code: 'table.excel-date-serial',
      message:
        'A spreadsheet seems to have turned this reference into a date: format the column as text and type it again',
    },
  ],
};

/** Caster of references and codes: `12.0` → `12`, `1.23E+11` refused, known shapes checked. */
export function identifierCaster(attribute: Attribute, nullTokens?: ReadonlySet<string>): Caster {
  const check = checkOf(attribute.name);
  return (cell) => {
    const text = tidy(textOf(cell));
    if (text === '') return NOTHING;
    if (isNullToken(text, nullTokens)) return NULL_TOKEN;
    if (SCIENTIFIC.test(text) && isRounded(cell, text)) {
      return unreadable(
        'table.scientific-notation-id',
        'A spreadsheet has rounded this identifier: format the column as text and export again.',
      );
    }
    if (DATE_FROM_CODE.test(text)) return { ...AS_DATE, value: text };
    return FLOAT.test(text)
      ? withoutFraction(check(text.slice(0, text.indexOf('.'))))
      : check(text);
  };
}

function withoutFraction(reading: Reading): Reading {
  if (reading.value === undefined) return reading;
  const faults: readonly Fault[] = [
    { code: 'table.float-formatted-id' },
    ...(reading.faults ?? []),
  ];
  return { value: reading.value, rule: '.0 dropped', faults };
}

/** Text in scientific notation has lost digits; a true number cell has not. */
const isRounded = (cell: Cell, text: string): boolean =>
  typeof cell === 'string' && /\.\d{1,6}E|^\dE/i.test(text);
