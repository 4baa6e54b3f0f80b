import { attributesOf } from '#data/features/index.ts';
import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import type { AttributeSource } from '#data/schema/feature.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { Source } from '#data/schema/source.ts';
import type { ColumnRule } from '#data/schema/source-rules.ts';
import type { ColumnFacts } from '../profile.ts';
import { buildCaster, type ColumnSettings, type LayerSettings } from './cast.ts';
import { holdsSeveral, onlySeveral } from './figures.ts';
import { fold } from './heading.ts';
import { madeValue } from './made-value.ts';
import type { Caster } from './reading.ts';
import type { Pairing } from './suggest-columns.ts';

/** One attribute and the column (or first filled of several) it is read from. */
export type FieldPlan = {
  readonly attribute: Attribute;
  /** Tried in order until one is not empty. */
  readonly taps: readonly Tap[];
  readonly by: AttributeSource['by'];
};

/** One column opened for an attribute. */
export type Tap = { readonly column: ColumnFacts; readonly cast: Caster };

/** A value that is not read from a single column. */
export type MadePlan = {
  readonly attribute: Attribute;
  readonly by: AttributeSource['by'];
  readonly make:
    | { readonly kind: 'constant' | 'default'; readonly value: AttributeValue }
    | { readonly kind: 'template'; readonly parts: readonly (string | ColumnFacts)[] };
};

/** How the records of one layer become attributes. */
export type Plan = {
  readonly fields: readonly FieldPlan[];
  readonly made: readonly MadePlan[];
  /** Columns no attribute took and the position is not read from. */
  readonly rest: readonly ColumnFacts[];
  /** Columns the position is read from. */
  readonly position: readonly ColumnFacts[];
};

/** What a plan is made of. */
export type PlanParts = {
  readonly type: FeatureType | undefined;
  readonly pairings: readonly Pairing[];
  readonly source: Source | undefined;
  readonly usedColumns: readonly string[];
};

/** Decide, once for a layer, where each attribute comes from: the descriptor's rules first, suggestions after. */
export function buildPlan(parts: PlanParts, layer: LayerSettings): Plan {
  const attributes = parts.type === undefined ? [] : attributesOf(parts.type);
  const ruled = fromRules(attributes, parts.source, layer);
  const named = new Set([...ruled.fields, ...ruled.made].map(({ attribute }) => attribute.name));
  const taken = new Set(ruled.fields.flatMap(({ taps }) => taps.map(({ column }) => column.index)));
  const suggested = parts.pairings
    .filter(({ attribute, column }) => !named.has(attribute.name) && !taken.has(column.index))
    .filter(({ column }) => parts.source?.keep?.includes(column.name) !== true)
    .map(({ attribute, column }): FieldPlan => {
      taken.add(column.index);
      return {
        attribute,
        taps: [{ column, cast: buildCaster(attribute, column, {}, layer) }],
        by: 'suggestion',
      };
    });
  const fields = [...ruled.fields, ...suggested];
  const position = layer.columns.filter(({ name }) => parts.usedColumns.includes(name));
  return {
    fields: [...fields, ...twinsOf(fields, attributes, layer)],
    made: [...ruled.made, ...defaultsOf(attributes, parts.source, layer)],
    rest: layer.columns.filter((each) => !taken.has(each.index) && !position.includes(each)),
    position,
  };
}

/** Ends of the names of two attributes one cell may hold both of: `132/33kV`, `10-15`. */
const TWINS = [
  ['-high', '-low'],
  ['-low', '-high'],
  ['-to', '-from'],
  ['-from', '-to'],
  ['-max', '-min'],
  ['-min', '-max'],
] as const;

/** The other end of a range no column of its own gives, read where the cell holds both. */
function twinsOf(
  fields: readonly FieldPlan[],
  attributes: readonly Attribute[],
  layer: LayerSettings,
): readonly FieldPlan[] {
  return fields.flatMap(({ attribute, taps, by }): readonly FieldPlan[] => {
    const ends = TWINS.find(([end]) => attribute.name.endsWith(end));
    const name = ends && attribute.name.slice(0, -ends[0].length) + ends[1];
    const twin = attributes.find((each) => each.name === name);
    if (twin === undefined || fields.some((field) => field.attribute.name === name)) return [];
    const several = taps
      .filter(({ column }) => holdsSeveral(column))
      .map(({ column }) => ({ column, cast: onlySeveral(buildCaster(twin, column, {}, layer)) }));
    return several.length === 0 ? [] : [{ attribute: twin, taps: several, by }];
  });
}

type Ruled = { readonly fields: FieldPlan[]; readonly made: MadePlan[] };

function fromRules(
  attributes: readonly Attribute[],
  source: Source | undefined,
  layer: LayerSettings,
): Ruled {
  const ruled: Ruled = { fields: [], made: [] };
  for (const [name, rule] of Object.entries(source?.map ?? {})) {
    const attribute = attributes.find((each) => each.name === name);
    if (attribute === undefined) {
      layer.tally.note(
        { code: 'column.ambiguous', value: name },
        `The descriptor maps “${name}”, which this feature type does not have.`,
      );
    } else applyRule(ruled, attribute, rule, layer);
  }
  return ruled;
}

function applyRule(
  ruled: Ruled,
  attribute: Attribute,
  rule: ColumnRule,
  layer: LayerSettings,
): void {
  if (typeof rule === 'string' || Array.isArray(rule)) {
    addTaps(ruled, attribute, { headings: [rule].flat(), settings: {} }, layer);
  } else if ('from' in rule) {
    addTaps(ruled, attribute, { headings: [rule.from], settings: rule }, layer);
  } else if ('const' in rule) {
    const value = madeValue(attribute, rule.const, layer.tally);
    if (value === undefined) return;
    ruled.made.push({ attribute, by: 'descriptor', make: { kind: 'constant', value } });
  } else {
    const parts = partsOfTemplate(attribute, rule.template, layer);
    if (!parts.some((part) => typeof part !== 'string')) return;
    ruled.made.push({ attribute, by: 'descriptor', make: { kind: 'template', parts } });
  }
}

type Asked = { readonly headings: readonly string[]; readonly settings: ColumnSettings };

function addTaps(
  ruled: Ruled,
  attribute: Attribute,
  { headings, settings }: Asked,
  layer: LayerSettings,
): void {
  const columns = headings.flatMap((heading) => {
    const found = findColumn(heading, layer.columns);
    if (found === undefined) reportLacking(attribute, heading, headings.length > 1, layer);
    return found ?? [];
  });
  if (columns.length === 0) return;
  const taps = columns.map((column) => ({
    column,
    cast: buildCaster(attribute, column, settings, layer),
  }));
  ruled.fields.push({ attribute, taps, by: 'descriptor' });
}

/** A column by its heading: exactly, else by letters and digits alone. */
export function findColumn(
  heading: string,
  columns: readonly ColumnFacts[],
): ColumnFacts | undefined {
  return (
    columns.find(({ label, name }) => label === heading || name === heading) ??
    columns.find(({ name }) => fold(name) === fold(heading) && fold(name) !== '')
  );
}

/** A column the descriptor names and the file lacks; less grave where another may stand in for it. */
function reportLacking(
  attribute: Attribute,
  heading: string,
  others: boolean,
  { tally }: LayerSettings,
): void {
  tally.note(
    {
      code: 'column.missing-required',
      column: heading,
      ...(others ? { severity: 'warning' as const } : {}),
    },
    `The descriptor reads ${attribute.title} from “${heading}”, and the file has no such column: it was renamed or left out.`,
  );
}

/** `{Street}, {Town}` → its texts and columns; a column the file lacks is reported and an empty text. */
function partsOfTemplate(
  attribute: Attribute,
  template: string,
  layer: LayerSettings,
): readonly (string | ColumnFacts)[] {
  return template.split(/(\{[^{}]*\})/).map((part) => {
    if (!part.startsWith('{')) return part;
    const heading = part.slice(1, -1);
    const found = findColumn(heading, layer.columns);
    if (found === undefined) reportLacking(attribute, heading, true, layer);
    return found ?? '';
  });
}

function defaultsOf(
  attributes: readonly Attribute[],
  source: Source | undefined,
  { tally }: LayerSettings,
): MadePlan[] {
  return Object.entries(source?.defaults ?? {}).flatMap(([name, stated]): MadePlan[] => {
    const attribute = attributes.find((each) => each.name === name);
    const value = attribute === undefined ? undefined : madeValue(attribute, stated, tally);
    return attribute === undefined || value === undefined
      ? []
      : [{ attribute, by: 'default', make: { kind: 'default', value } }];
  });
}
