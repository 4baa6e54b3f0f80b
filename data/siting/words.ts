import type { AreaSource } from '#data/schema/area.ts';
import { WHYS, type Why } from '#data/schema/site-why.ts';
import type { SiteColumn } from '#data/schema/sites.ts';
import { dateText } from '#data/words/dates.ts';
import { intervalOf, knownText } from './columns.ts';
import type { Must, Prefer, Test, What, Worth } from './criterion.ts';
import { SPACE, sayFigure, saySet } from './figures.ts';
import type { Points, Standing } from './ranking.ts';

/** Names of the vocabulary, from whoever holds it; without them ids are turned into words. */
export type Names = {
  /** Of a feature type, singular: `energy/substation` → `Substation`. */
  readonly type?: (id: string) => string | undefined;
  /** Of an attribute: `demand-headroom-mw` → `Demand headroom`. */
  readonly attribute?: (name: string) => string | undefined;
  /** Of a code: `full-planning-permission` → `Full planning permission`. */
  readonly value?: (attribute: string, code: string) => string | undefined;
};

const NO_NAMES: Names = {};

/** `storage-headroom-mw` → unit `MW`; longer endings first. */
const UNIT_ENDINGS: readonly (readonly [ending: string, unit: string])[] = [
  ['-percent', '%'],
  ['-mva', 'MVA'],
  ['-mwh', 'MWh'],
  ['-mw', 'MW'],
  ['-kw', 'kW'],
  ['-ha', 'ha'],
  ['-mm', 'mm'],
  ['-m2', 'm²'],
  ['-m', 'm'],
];
const KILOVOLTS = /-kv(?:-high|-low)?$/;

/** Unit of what is measured: `m`, `ha`, `%`, `MW`; undefined of texts and counts. */
export function unitOf(what: What): string | undefined {
  switch (what.kind) {
    case 'distance':
      return 'm';
    case 'share':
      return '%';
    case 'hectares':
      return 'ha';
    case 'count':
      return undefined;
    case 'site':
    case 'sum':
    case 'value':
      return unitOfAttribute(what.attribute);
  }
}

function unitOfAttribute(name: string): string | undefined {
  if (KILOVOLTS.test(name)) return 'kV';
  return UNIT_ENDINGS.find(([ending]) => name.endsWith(ending))?.[1];
}

/** An id as words: `full-planning-permission` → `full planning permission`. */
const wordsOf = (id: string): string => id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');

const lower = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const typeName = (id: string, names: Names): string => lower(names.type?.(id) ?? wordsOf(id));

function attributeName(name: string, names: Names): string {
  const unit = UNIT_ENDINGS.find(([ending]) => name.endsWith(ending))?.[0] ?? '';
  return lower(names.attribute?.(name) ?? wordsOf(name.slice(0, name.length - unit.length)));
}

/** What is measured, as a title: `Distance to the nearest substation`. */
export function sayWhat(what: What, names: Names = NO_NAMES): string {
  if (what.kind === 'site') return upper(attributeName(what.attribute, names));
  const thing = typeName(what.of.type, names);
  switch (what.kind) {
    case 'distance':
      return what.second ? `Distance to a second ${thing}` : `Distance to the nearest ${thing}`;
    case 'share':
      return `Share of the site within ${thing}`;
    case 'hectares':
      return `Ground within ${thing}`;
    case 'count':
      return `Number of ${thing} ${within(what.withinM)}`;
    case 'sum':
      return `${upper(attributeName(what.attribute, names))} of ${thing} ${within(what.withinM)}`;
    case 'value':
      return `${upper(attributeName(what.attribute, names))} of the ${FROM[what.from]} ${thing}`;
  }
}

const within = (metres: number): string =>
  metres === 0 ? 'on the site' : `within ${saySet(metres, 'm')}`;

const FROM = { nearest: 'nearest', containing: 'containing', serving: 'serving' } as const;

/** Said of every distance. */
export const STRAIGHT = '(straight line)';

/** A test as it follows a title: `at least 1 ha`, `within 2.2 km (straight line)`, `covers none of the site`. */
export function sayTest(what: What, test: Test, names: Names = NO_NAMES): string {
  if (test.op === 'known') return 'is known';
  if ('values' in test) {
    const values = test.values.map((value) => valueName(what, value, names));
    return `${test.op === 'is' ? 'is' : 'is not'} ${listOf(values)}`;
  }
  return what.kind === 'distance' ? sayReach(test) : sayLimit(what, test);
}

type Limit = Extract<Test, { value: number }>;

function sayReach({ op, value }: Limit): string {
  const distance = saySet(value, 'm');
  return op === 'at-least'
    ? `at least ${distance} away ${STRAIGHT}`
    : `within ${distance} ${STRAIGHT}`;
}

function sayLimit(what: What, { op, value }: Limit): string {
  const figure = `${op === 'at-least' ? 'at least' : 'at most'} ${saySet(value, unitOf(what))}`;
  if (what.kind !== 'share' && what.kind !== 'hectares') return figure;
  if (op === 'at-most' && value === 0) return 'covers none of the site';
  return what.kind === 'share' ? `covers ${figure} of the site` : `covers ${figure}`;
}

function valueName(what: What, value: string, names: Names): string {
  const attribute = 'attribute' in what ? what.attribute : '';
  return lower(names.value?.(attribute, value) ?? wordsOf(value));
}

/** `a`, `a or b`, `a, b or c`. */
const listOf = (items: readonly string[]): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} or ${items[items.length - 1] ?? ''}`;

/** A must as a sentence without its stop: `River or canal at least 100 m away (straight line)`. */
export const sayMust = (must: Must, names: Names = NO_NAMES): string =>
  `${must.title} ${sayTest(must.what, must.test, names)}`;

/** What values are worth: `full at 20 MVA, none at 5 MVA`, `steps: 4 or 5 full, 3b 80 %, others none`. */
export function sayWorth(what: What, worth: Worth, names: Names = NO_NAMES): string {
  if (worth.kind === 'linear') {
    const unit = unitOf(what);
    // both anchors in the larger unit: `full at 0.5 km, none at 5 km`
    const say = (value: number): string =>
      unit === 'm' && Math.max(worth.full, worth.none) >= 1_000
        ? saySet(value / 1_000, 'km')
        : saySet(value, unit);
    const rule = `full at ${say(worth.full)}, none at ${say(worth.none)}`;
    return what.kind === 'distance' ? `${rule} ${STRAIGHT}` : rule;
  }
  const steps = worth.steps.map(
    ({ values, share }) =>
      `${listOf(values.map((value) => valueName(what, value, names)))} ${sayShare(share)}`,
  );
  return `steps: ${[...steps, `others ${sayShare(worth.otherwise)}`].join(', ')}`;
}

function sayShare(share: number): string {
  if (share === 1) return 'full';
  return share === 0 ? 'none' : saySet(Math.round(share * 1_000) / 10, '%');
}

/** `Demand headroom at the nearest primary: full at 20 MW, none at 5 MW`. */
export const sayPrefer = (prefer: Prefer, names: Names = NO_NAMES): string =>
  `${prefer.title}: ${sayWorth(prefer.what, prefer.worth, names)}`;

/** Why an entry is what it is. */
export const whyOf = (column: SiteColumn, index: number): Why =>
  WHYS[column.why[index] ?? 0] ?? 'measured';

/**
 * A measured value: `7.15 ha`, `2.00 km`, `0–30 %`, `over 20.00 km`; `not known`, `not stated` or `not supplied` where
 * there is none.
 */
export function sayValue(column: SiteColumn, index: number, place?: 'list'): string {
  if (column.state === 'not-supplied') return 'not supplied';
  const known =
    column.kind === 'text'
      ? knownText(column, index)?.replaceAll(';', ', ')
      : sayInterval(column, index, place);
  return known ?? (whyOf(column, index) === 'not-stated' ? 'not stated' : 'not known');
}

function sayInterval(column: SiteColumn, index: number, place?: 'list'): string | undefined {
  const { low, high } = intervalOf(column, index) ?? { low: -Infinity, high: Infinity };
  const say = (value: number): string => sayFigure(value, column.unit, place);
  if (high === Infinity) return low > 0 ? `over ${say(low)}` : undefined;
  if (low === -Infinity) return `at most ${say(high)}`;
  return say(low) === say(high) ? say(low) : sayRange(say(low), say(high));
}

/** `0 %`, `30 %` → `0–30 %`; units that differ are both said. */
function sayRange(low: string, high: string): string {
  const [figure = '', unit] = low.split(SPACE);
  return unit === undefined || high.endsWith(`${SPACE}${unit}`)
    ? `${figure}–${high}`
    : `${low}–${high}`;
}

/** A score, or its range: `77`, `54–71`. A range narrower than half a point is one figure. */
export function sayScore({ low, high }: Pick<Standing, 'low' | 'high'>): string {
  if (high - low < 0.5) return `${Math.round((low + high) / 2)}`;
  const [one, other] = [Math.round(low), Math.round(high)];
  return one === other ? `${one}` : `${one}–${other}`;
}

/** Points of a weight: `13.4 / 30`, `0–17 / 17`. */
export function sayPoints({ low, high, of }: Points): string {
  const say = (value: number): string => `${Number(value.toFixed(1))}`;
  const got = say(low) === say(high) ? low.toFixed(1) : `${say(low)}–${say(high)}`;
  return `${got}${SPACE}/${SPACE}${say(of)}`;
}

/** A day: `29 Nov 2017`, as precise as it is known; without one, `undated`. */
export const sayDay = (date: string | undefined): string =>
  date !== undefined && /^\d{4}/.test(date)
    ? dateText(date).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3))
    : 'undated';

/** Where a value comes from: `Demonstration electricity, Primary substations, edition 1, 29 Nov 2017, OGL 3.0`. */
export const saySource = (source: AreaSource): string =>
  [
    source.publisher.name,
    source.title,
    `edition ${source.edition}`,
    sayDay(source.updated),
    source.licence.title,
    ...(source.completeness === undefined
      ? []
      : [`said to be ${COMPLETENESS[source.completeness]}`]),
    ...(source.synthetic ? ['synthetic'] : []),
  ].join(', ');

const COMPLETENESS = { partial: 'incomplete', sample: 'a sample' } as const;
