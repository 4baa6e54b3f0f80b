import type { Attribute } from '#data/schema/attribute.ts';
import type { ColumnFacts } from '../profile.ts';
import { readFlag } from './boolean.ts';
import { type CodeMatcher, codeMatcher } from './code.ts';
import { dateOfNumber, readDate } from './date.ts';
import { pickFigure } from './figures.ts';
import { isIdentifier } from './identifier.ts';
import { pickOf, readFigure } from './number.ts';
import { conversionOf, unitOfHeading } from './unit.ts';

/** How well a column's values suit an attribute. */
export type Fit = {
  /** Factor on the heading's score, 0–1. */
  readonly factor: number;
  /** True when the values contradict the attribute: no heading, however exact, makes up for it. */
  readonly refused?: true;
  readonly reason?: string;
};

const WELL: Fit = { factor: 1 };

/** Values looked at for one fit. */
const LOOKED_AT = 200;

const known = new WeakMap<ColumnFacts, Map<unknown, Fit>>();

/** How well the sampled values of a column suit an attribute's type, code list or shape. */
export function fitOf(column: ColumnFacts, attribute: Attribute): Fit {
  // The same code list or the same attribute of another feature type fits alike: asked once a column.
  const question = attribute.codes ?? `${attribute.type} ${attribute.name} ${attribute.unit}`;
  const fits = known.get(column) ?? new Map<unknown, Fit>();
  known.set(column, fits);
  const fit = fits.get(question) ?? measureFit(column, attribute);
  fits.set(question, fit);
  return fit;
}

function measureFit(column: ColumnFacts, attribute: Attribute): Fit {
  const unit = unitOfHeading(column.name);
  if (unit !== undefined && isForeign(unit, column.name, attribute)) {
    return { factor: 0.3, reason: `given in ${unit}`, refused: true };
  }
  if (column.sampled === 0) return { factor: 0.9, reason: 'no values to compare' };
  const share = shareThatReads(column, attribute);
  if (share === 0 && column.sampled >= 3 && isMeasure(attribute)) {
    return {
      factor: 0.4,
      refused: true,
      reason: `no value reads as ${KIND_WORDS[attribute.type]}`,
    };
  }
  if (share !== undefined) return fromShare(share, attribute);
  if (attribute.name === 'reference') return fitOfReference(column);
  if (attribute.type !== 'text' || isIdentifier(attribute)) return WELL;
  return fitOfWords(column, attribute);
}

/** Values of these types have one shape; of code lists publishers have words nobody has met. */
const isMeasure = ({ type }: Attribute): boolean =>
  type === 'integer' || type === 'decimal' || type === 'boolean';

function fitOfReference(column: ColumnFacts): Fit {
  if (column.sampled > 2 && column.values.size === 1) {
    return { factor: 0.5, reason: 'one value throughout' };
  }
  if (isRepetitive(column)) return { factor: 0.5, reason: 'values repeat' };
  // `Addington Square` is a name, though its heading was cut like that of the number beside it.
  return isProse(column) ? { factor: 0.85, reason: 'values are words' } : WELL;
}

/** Attributes read as prose: a column of nothing but addresses is none. */
const PROSE = /^(notes|description|name|address|.*-information)$/;
/** Words attributes of ONS areas are called by; a code in them belongs to the attribute beside. */
const AREA_NAME = /^(district|ward|county|region|country|.*-name|name)$/;

/** Attributes whose words are often figures though no identifier: bus `192`, zone `3`. */
const NUMBERED = /^(service|parent|previously-part-of|fare-zone|route|feeder|polling-district)$/;

function fitOfWords({ type, values }: ColumnFacts, { name }: Attribute): Fit {
  if ((type === 'integer' || type === 'decimal') && !NUMBERED.test(name)) {
    return { factor: 0.5, reason: 'figures where words are expected', refused: true };
  }
  if (type === 'url' && PROSE.test(name)) {
    return { factor: 0.5, reason: 'addresses where words are expected', refused: true };
  }
  if (AREA_NAME.test(name) && share(values, (text) => GSS.test(text)) > 0.9) {
    return { factor: 0.3, reason: 'codes where names are expected', refused: true };
  }
  return WELL;
}

/** True when most values are several words. */
const isProse = ({ values }: ColumnFacts): boolean =>
  share(values, (text) => /\p{L}{2,} \p{L}{2,}/u.test(text)) > 0.5;

/** Share of a column's different values, of the first hundred. */
function share(values: ColumnFacts['values'], is: (text: string) => boolean): number {
  const texts = [...values.keys()].slice(0, 100);
  return texts.length === 0 ? 0 : texts.filter(is).length / texts.length;
}

/** True when the heading's unit is none of the attribute's: megawatt-hours are no megawatts. */
function isForeign(unit: string, heading: string, attribute: Attribute): boolean {
  if (attribute.type !== 'integer' && attribute.type !== 'decimal') return false;
  if (attribute.unit === undefined || !/[([]/.test(heading)) return false;
  return conversionOf(unit, attribute.unit, attribute.convertible) === undefined;
}

const isRepetitive = (column: ColumnFacts): boolean =>
  column.sampled >= 10 && !column.unique && column.values.size < column.sampled * 0.5;

function fromShare(share: number, attribute: Attribute): Fit {
  const percent = `${Math.round(share * 100)} % of values read as ${KIND_WORDS[attribute.type]}`;
  if (share >= 0.7) return { factor: 1, reason: percent };
  if (share >= 0.25) return { factor: 0.85, reason: percent };
  return { factor: share > 0 ? 0.6 : 0.4, reason: percent };
}

const KIND_WORDS: Readonly<Record<Attribute['type'], string>> = {
  text: 'its shape',
  integer: 'numbers',
  decimal: 'numbers',
  boolean: 'yes or no',
  date: 'dates',
  code: 'its codes',
  list: 'its codes',
  url: 'web addresses',
};

/** Share of values (weighed by how often they stand) the attribute's caster would read; undefined: any text is fine. */
function shareThatReads(column: ColumnFacts, attribute: Attribute): number | undefined {
  const reads = readerOf(attribute);
  if (reads === undefined) return undefined;
  let [looked, total, good] = [0, 0, 0];
  for (const [text, count] of column.values) {
    if (looked++ >= LOOKED_AT) break;
    total += count;
    if (reads(text)) good += count;
  }
  return total === 0 ? 0 : good / total;
}

type Reads = (text: string) => boolean;

const GSS = /^[EJKLMNSW]\d{8}$/;

const SHAPES: readonly (readonly [RegExp, RegExp])[] = [
  [/(^|-)postcode$/, /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i],
  [/(^|-)uprn$/, /^\d{6,12}(\.0)?$|^\d(\.\d+)?E\+\d+$/],
  [/(^|-)usrn$/, /^\d{6,8}(\.0)?$/],
  [/^(gss(-code)?|ward-code|lsoa|msoa|parent)$/, GSS],
  [/^toid$/, /^(osgb)?\d{13,16}$/i],
];

function readerOf(attribute: Attribute): Reads | undefined {
  switch (attribute.type) {
    case 'integer':
    case 'decimal':
      return figureReader(attribute);
    case 'boolean':
      return (text) => readFlag(text) !== undefined;
    case 'date':
      return readsAsDate;
    case 'url':
      return (text) => /^(https?:\/\/|www\.|<a\s)/i.test(text);
    case 'code':
    case 'list':
      return attribute.codes === undefined ? undefined : codeReader(attribute);
    default: {
      const shape = SHAPES.find(([name]) => name.test(attribute.name))?.[1];
      return shape === undefined ? undefined : (text) => shape.test(text);
    }
  }
}

/** A voltage may be two, `132/33`, of which the attribute takes one. */
function figureReader(attribute: Attribute): Reads {
  const pick = pickOf(attribute);
  if (pick === undefined) return (text) => readFigure(text) !== undefined;
  return (text) => (readFigure(text) ?? pickFigure(text, pick, readFigure)) !== undefined;
}

function readsAsDate(text: string): boolean {
  if (readDate(text, 'dmy') !== undefined || readDate(text, 'mdy') !== undefined) return true;
  return /^\d{4,13}(\.\d+)?$/.test(text) && dateOfNumber(Number(text)) !== undefined;
}

const matchers = new WeakMap<object, CodeMatcher>();

function codeReader(attribute: Attribute): Reads {
  const { codes = [] } = attribute;
  const match = matchers.get(codes) ?? codeMatcher(codes);
  matchers.set(codes, match);
  if (attribute.type === 'code') return (text) => match(text) !== undefined;
  return (text) => text.split(/[;|,\n]/).some((part) => match(part) !== undefined);
}
