import { findFeatureType } from '#data/features/index.ts';
import type { Feature, Lifecycle, UnplacedFeature } from '#data/schema/feature.ts';
import type { FeatureType, FeatureTypeId } from '#data/schema/feature-type.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { Lock } from '#data/schema/harmonised.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { HarmoniseContext, HarmoniseOptions } from './context.ts';
import { buildFieldReader, type FieldReader, type Fields } from './fields/index.ts';
import { buildPlan, type Plan } from './fields/plan.ts';
import { votesOfLayer } from './fields/settings.ts';
import { columnsFor, takeType } from './fields/suggest-type.ts';
import type { Placed } from './geometry/locator.ts';
import { buildIdentifier, type Identifier, type Register } from './identify/index.ts';
import { chooseKey } from './identify/key.ts';
import { reportColumns } from './report-columns.ts';
import { publisherOf, type Survey } from './survey.ts';
import { buildTally, type Tally } from './tally.ts';
import { buildValidator, type Validator } from './validate.ts';

/** What one record became. */
export type Outcome =
  | { readonly kind: 'feature'; readonly feature: Feature }
  | { readonly kind: 'unplaced'; readonly feature: UnplacedFeature }
  | { readonly kind: 'rejected' };

/** One layer ready to be read: every choice made, `outcomes` does the work record by record. */
export type LayerRun = {
  readonly lock: Lock;
  readonly outcomes: () => Generator<Outcome>;
  /** Complete once `outcomes` has run out. */
  readonly issues: () => readonly Issue[];
};

/** Make every choice a layer asks for. */
export function prepareLayer(
  surveyed: Survey,
  register: Register,
  options: HarmoniseOptions,
  context: HarmoniseContext,
): LayerRun {
  const { layer, facts, locator } = surveyed;
  const tally = buildTally(layer.name);
  const chosen = typeOf(surveyed, options);
  const type = chosen.type?.id ?? 'unclassified';
  const plan = buildPlan(
    { ...chosen, source: options.source, usedColumns: surveyed.usedColumns },
    {
      columns: facts.columns,
      votes: votesOfLayer(facts.columns),
      tally,
      now: context.now,
      ...nullTokensOf(options),
    },
  );
  reportColumns({ surveyed, plan, type: chosen.type, told: chosen.told, tally });
  const identify = buildIdentifier({
    type,
    scope: scopeOf(type, options, context),
    plan: chooseKey(plan, chosen.type, options.source, tally),
    register,
    tally,
  });
  const stages: Stages = {
    type,
    layer: layer.name,
    fields: buildFieldReader(plan, tally),
    validate: buildValidator({ type: chosen.type, plan, shape: locator.shape, tally }),
    identify,
    tally,
  };
  const placing: Issue[] = [];
  return {
    lock: { layer: layer.name, type, crs: locator.verdict, columns: columnsOf(plan) },
    outcomes: function* () {
      for (const record of surveyed.records()) yield readRecord(record, surveyed, stages, placing);
    },
    issues: () => [...surveyed.issues, ...locator.issues, ...tally.issues(), ...placing],
  };
}

type Chosen = Pick<Parameters<typeof buildPlan>[0], 'type' | 'pairings'> & {
  /** True when a person named the type. */
  readonly told: boolean;
};

function typeOf({ ranked, facts, usedColumns }: Survey, options: HarmoniseOptions): Chosen {
  const asked = options.type ?? options.source?.type;
  if (asked === undefined) {
    const best = takeType(ranked);
    return { type: best?.type, pairings: best?.pairings ?? [], told: false };
  }
  const type = findFeatureType(asked);
  if (type === undefined) throw new RangeError(`Cannot harmonise: no feature type "${asked}"`);
  const clues = { columns: facts.columns, usedColumns };
  return { type, pairings: columnsFor(type, clues), told: true };
}

function nullTokensOf({ source }: HarmoniseOptions): { nullTokens?: ReadonlySet<string> } {
  const tokens = source?.read?.nullTokens;
  return tokens === undefined
    ? {}
    : { nullTokens: new Set(tokens.map((token) => token.toLowerCase())) };
}

/** What a key is unique in: the descriptor's dataset, else the publisher's features of that type. */
function scopeOf(type: string, options: HarmoniseOptions, context: HarmoniseContext): string {
  if (options.source !== undefined) return options.source.id;
  return `${publisherOf(options, context)?.id ?? options.publisher ?? ''}/${type}`;
}

function columnsOf(plan: Plan): Lock['columns'] {
  return Object.fromEntries(
    plan.fields.map(({ attribute, taps }) => [
      attribute.name,
      taps.map(({ column }) => column.name),
    ]),
  );
}

type Stages = {
  readonly type: FeatureTypeId | 'unclassified';
  readonly layer: string;
  readonly fields: FieldReader;
  readonly validate: Validator;
  readonly identify: Identifier;
  readonly tally: Tally;
};

function readRecord(
  record: RawRecord,
  { locator }: Survey,
  stages: Stages,
  placing: Issue[],
): Outcome {
  if (saysNothing(record)) {
    stages.tally.meet({ code: 'table.blank-row', line: record.line });
    return { kind: 'rejected' };
  }
  const placed = locator.place(record);
  for (const found of placed.issues) placing.push(found);
  const fields = stages.fields.read(record);
  if (placed.geometry === undefined) stages.fields.keepPosition(record, fields);
  const { attributes } = fields;
  const { geometry } = placed;
  stages.validate({ record, fields, geometry });
  const identity = stages.identify({ record, attributes, geometry });
  const unplaced = featureOf(stages, record, fields, identity);
  if (!isPlaced(placed)) return { kind: 'unplaced', feature: unplaced };
  return {
    kind: 'feature',
    feature: {
      ...unplaced,
      geometry: placed.geometry,
      ...(placed.native === undefined ? {} : { nativeGeometry: placed.native }),
      placement: placed.placement,
    },
  };
}

const isPlaced = (placed: { readonly geometry?: unknown }): placed is Placed =>
  placed.geometry !== undefined;

/** A record with no filled cell and no geometry: a ruled line of a form, not a thing. */
function saysNothing({ values, geometry }: RawRecord): boolean {
  if (geometry !== undefined && geometry !== null) return false;
  return values.every((cell) => cell === null || cell === '');
}

function featureOf(
  { type, layer }: Stages,
  record: RawRecord,
  { attributes, sources, extra }: Fields,
  { id, key }: ReturnType<Identifier>,
): UnplacedFeature {
  const { reference, name } = attributes;
  return {
    id,
    key,
    type,
    ...(reference === undefined ? {} : { reference: String(reference) }),
    ...(name === undefined ? {} : { name: String(name) }),
    lifecycle: lifecycleOf(attributes['lifecycle-status']),
    attributes,
    sources,
    extra,
    provenance: { layer, line: record.line },
  };
}

/** The attribute's code list is `LIFECYCLES`, so its values need no second check. */
const lifecycleOf = (value: unknown): Lifecycle =>
  typeof value === 'string' ? (value as Lifecycle) : 'unknown';

/** Type of a prepared layer, for callers that need its title. */
export const titleOf = (type: FeatureType | undefined): string => type?.plural ?? 'Unclassified';
