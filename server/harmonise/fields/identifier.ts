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
/** Shape of a UK postcode. Source: ONS Postcode Directory user guide. */
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})$/;
/** Largest UPRN, 12 digits. Source: GeoPlace data entry conventions. */
const UPRN = /^\d{1,12}$/;
/** Largest USRN, 8 digits. Source: GeoPlace data entry conventions. */
const USRN = /^\d{1,8}$/;

type Check = (text: string) => Reading;

const CHECKS: readonly (readonly [RegExp, Check])[] = [
  [/(^|-)uprn$/, digitsCheck(UPRN, 'value.uprn-checksum-or-range', 'A UPRN has up to 12 digits.')],
  [/(^|-)usrn$/, digitsCheck(USRN, 'value.usrn-unknown', 'A USRN has up to 8 digits.')],
  [/(^|-)postcode$/, postcode],
  [/^gss(-code)?$|-gss$/, gss],
];

function gss(text: string): Reading {
  const code = text.toUpperCase();
  if (GSS.test(code)) return { value: code, rule: 'as published' };
  return unreadable(
    'value.gss-unknown',
    'An area code is a letter and eight digits, such as E08000009: check for a lost digit.',
  );
}

function postcode(text: string): Reading {
  const match = POSTCODE.exec(text.toUpperCase().replace(/[^A-Z\d ]/g, ''));
  if (match !== null) {
    const value = `${match[1]} ${match[2]}`;
    return { value, rule: value === text ? 'as published' : 'postcode spaced' };
  }
  return { value: text, rule: 'as published', faults: [{ code: 'value.postcode-invalid' }] };
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
  /(^|-)(reference|id|ref|code|number|entry|uprn|usrn|urn|toid|gss|postcode)$/.test(attribute.name);

/** Caster of references and codes: `12.0` → `12`, `1.23E+11` refused, known shapes checked. */
export function identifierCaster(attribute: Attribute, nullTokens?: ReadonlySet<string>): Caster {
  const check = CHECKS.find(([name]) => name.test(attribute.name))?.[1] ?? asPublished;
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
