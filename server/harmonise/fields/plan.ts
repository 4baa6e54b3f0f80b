import { attributesOf } from '#data/features/index.ts';
import type { Attribute, AttributeValue } from '#data/schema/attribute.ts';
import type { AttributeSource } from '#data/schema/feature.ts';
import type { FeatureType } from '#data/schema/feature-type.ts';
import type { ColumnRule, Source } from '#data/schema/source.ts';
import type { ColumnFacts } from '../profile.ts';
import { buildCaster, type ColumnSettings, type LayerSettings } from './cast.ts';
import { fold } from './heading.ts';
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
    .map(({ attribute, column }): FieldPlan => {
      taken.add(column.index);
      return {
        attribute,
        taps: [{ column, cast: buildCaster(attribute, column, {}, layer) }],
        by: 'suggestion',
      };
    });
  const position = layer.columns.filter(({ name }) => parts.usedColumns.includes(name));
  return {
    fields: [...ruled.fields, ...suggested],
    made: [...ruled.made, ...defaultsOf(attributes, parts.source)],
    rest: layer.columns.filter((each) => !taken.has(each.index) && !position.includes(each)),
    position,
  };
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
    const make = { kind: 'constant', value: rule.const } as const;
    ruled.made.push({ attribute, by: 'descriptor', make });
  } else {
    const parts = partsOfTemplate(rule.template, layer.columns);
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
  const columns = headings.flatMap((heading) => findColumn(heading, layer.columns) ?? []);
  if (columns.length === 0) {
    layer.tally.note(
      { code: 'column.missing-required', column: headings[0] },
      `The descriptor reads ${attribute.title} from “${headings.join('” or “')}”, and the file has no such column.`,
    );
    return;
  }
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

/** `{Street}, {Town}` → its texts and columns; a column the file lacks is an empty text. */
function partsOfTemplate(
  template: string,
  columns: readonly ColumnFacts[],
): readonly (string | ColumnFacts)[] {
  return template.split(/(\{[^{}]*\})/).map((part) => {
    if (!part.startsWith('{')) return part;
    return findColumn(part.slice(1, -1), columns) ?? '';
  });
}

function defaultsOf(attributes: readonly Attribute[], source: Source | undefined): MadePlan[] {
  return Object.entries(source?.defaults ?? {}).flatMap(([name, value]): MadePlan[] => {
    const attribute = attributes.find((each) => each.name === name);
    return attribute === undefined
      ? []
      : [{ attribute, by: 'default', make: { kind: 'default', value } }];
  });
}
