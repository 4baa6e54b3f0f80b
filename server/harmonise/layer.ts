import { findFeatureType } from '#data/features/index.ts';
import type { Feature, Lifecycle, UnplacedFeature } from '#data/schema/feature.ts';
import type { FeatureType, FeatureTypeId } from '#data/schema/feature-type.ts';
import type { RawRecord } from '#data/schema/flow.ts';
import type { GazetteerUse } from '#data/schema/gazetteer.ts';
import type { Lock } from '#data/schema/harmonised.ts';
import type { Issue } from '#data/schema/issue.ts';
import { markApproximate, markWithin } from './approximate.ts';
import type { HarmoniseContext, HarmoniseOptions } from './context.ts';
import { buildFieldReader, type FieldReader, type Fields } from './fields/index.ts';
import { buildPlan, type Plan } from './fields/plan.ts';
import { votesOfLayer } from './fields/settings.ts';
import { columnsFor, takeType } from './fields/suggest-type.ts';
import type { Placed, Unplaced } from './geometry/locator.ts';
import { buildIdentifier, type Identifier } from './identify/index.ts';
import { chooseKey, type KeyPlan, verdictOf } from './identify/key.ts';
import type { Register } from './identify/register.ts';
import { reportColumns } from './report-columns.ts';
import { publisherOf, type Survey } from './survey.ts';
import { buildTally, type Tally } from './tally.ts';
import { buildValidator, type Validator } from './validate.ts';

/** What one record became. */
export type Outcome =
  | { readonly kind: 'feature'; readonly feature: Feature; readonly record: RawRecord }
  | { readonly kind: 'unplaced'; readonly feature: UnplacedFeature; readonly record: RawRecord }
  | { readonly kind: 'rejected' };

/** One layer ready to be read: every choice made, `outcomes` does the work record by record. */
export type LayerRun = {
  readonly lock: Lock;
  /** Type its records are of; undefined: unclassified. */
  readonly chosen: FeatureType | undefined;
  /** Where each attribute comes from. */
  readonly plan: Plan;
  readonly outcomes: () => Generator<Outcome>;
  /** Complete once `outcomes` has run out. */
  readonly issues: () => readonly Issue[];
  /** Gazetteers that placed records without coordinates; complete once `outcomes` has run out. */
  readonly gazetteers: () => readonly GazetteerUse[];
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
  const key = chooseKey(plan, chosen.type, options.source, tally);
  const { identify, finish } = buildIdentifier({
    type,
    scope: scopeOf(type, options, context),
    plan: key,
    register,
    tally,
  });
  const stages: Stages = {
    type,
    layer: layer.name,
    fields: buildFieldReader(plan, tally),
    refer: buildReferrer(key, chosen.type),
    validate: buildValidator({ type: chosen.type, plan, shape: locator.shape, tally }),
    identify,
    tally,
  };
  return {
    lock: {
      layer: layer.name,
      type,
      crs: locator.verdict,
      columns: columnsOf(plan),
      key: verdictOf(key),
    },
    chosen: chosen.type,
    plan,
    outcomes: function* () {
      for (const record of surveyed.records()) yield readRecord(record, surveyed, stages);
      finish();
    },
    issues: () => [
      ...surveyed.issues,
      ...locator.issues,
      ...(locator.byGazetteer?.issues() ?? []),
      ...tally.issues(),
    ],
    gazetteers: () => locator.byGazetteer?.uses() ?? [],
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

/** The identifier of a record's type stands in for a reference of its own: a ward's GSS code. */
function buildReferrer(key: KeyPlan, type: FeatureType | undefined): Stages['refer'] {
  if (key.strategy !== 'reference' || key.attribute === 'reference') return () => {};
  const title = type?.attributes.find(({ name }) => name === key.attribute)?.title ?? key.attribute;
  const rule = `from ${title}`;
  return ({ attributes, sources }) => {
    const value = attributes[key.attribute];
    const source = sources[key.attribute];
    if (value === undefined || source === undefined || attributes.reference !== undefined) return;
    attributes.reference = String(value);
    sources.reference = { ...source, rule };
  };
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
  /** Give a record without a reference the identifier it is known by. */
  readonly refer: (fields: Fields) => void;
  readonly validate: Validator;
  readonly identify: Identifier;
  readonly tally: Tally;
};

function readRecord(record: RawRecord, { locator }: Survey, stages: Stages): Outcome {
  if (saysNothing(record)) {
    stages.tally.meet({ code: 'table.blank-row', line: record.line });
    return { kind: 'rejected' };
  }
  const placed = locator.place(record);
  for (const found of placed.issues) stages.tally.take(found);
  const fields = stages.fields.read(record);
  markWithin(fields, record);
  // a gazetteer's position is not the record's own: it proves nothing about it and gives it no identity
  const geometry = isOwn(placed) ? placed.geometry : undefined;
  if (geometry === undefined) stages.fields.keepPosition(record, fields);
  stages.refer(fields);
  const { attributes } = fields;
  stages.validate({ record, fields, geometry });
  const identity = stages.identify({ record, attributes, geometry });
  const feature = describe(stages, record, fields, identity);
  if (!isPlaced(placed)) return { kind: 'unplaced', feature, record };
  return { kind: 'feature', feature: put(feature, placed), record };
}

/** A feature still being put together; the record's own object, so that none is made twice. */
type Draft = { -readonly [Key in keyof Feature]?: Feature[Key] } & UnplacedFeature;

function put(draft: Draft, { geometry, native, placement }: Placed): Feature {
  draft.geometry = geometry;
  if (native !== undefined) draft.nativeGeometry = native;
  draft.placement = placement;
  markApproximate(draft, placement);
  return draft as Feature;
}

const isOwn = (placed: Placed | Unplaced): placed is Placed =>
  placed.geometry !== undefined && placed.placement.approximate === undefined;

const isPlaced = (placed: { readonly geometry?: unknown }): placed is Placed =>
  placed.geometry !== undefined;

/** A record with no filled cell and no geometry: a ruled line of a form, not a thing. */
function saysNothing({ values, geometry }: RawRecord): boolean {
  if (geometry !== undefined && geometry !== null) return false;
  return values.every((cell) => cell === null || cell === '');
}

function describe(
  { type, layer }: Stages,
  { line }: RawRecord,
  { attributes, sources, extra }: Fields,
  { id, key }: ReturnType<Identifier>,
): Draft {
  const { reference, name, 'lifecycle-status': status } = attributes;
  const draft: Draft = {
    id,
    key,
    type,
    lifecycle: lifecycleOf(status),
    attributes,
    sources,
    extra,
    provenance: { layer, line },
  };
  if (reference !== undefined) draft.reference = String(reference);
  if (name !== undefined) draft.name = String(name);
  return draft;
}

/** The attribute's code list is `LIFECYCLES`, so its values need no second check. */
const lifecycleOf = (value: unknown): Lifecycle =>
  typeof value === 'string' ? (value as Lifecycle) : 'unknown';
