import type { RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Area } from './area.ts';
import { type Approximator, isTold, openApproximator, remainderOf } from './gazetteer.ts';
import {
  type AddressColumn,
  findAddressColumns,
  isPartOfPostcode,
  postcodesIn,
} from './gazetteer-columns.ts';
import { askable, judgeParts, judgeUnknown, judgeWithoutPositions } from './gazetteer-judgement.ts';
import type { Locator, LocatorContext, LocatorHints, LocatorLayer, Unplaced } from './locator.ts';
import type { PositionSource } from './position-source.ts';

/** A locator that knows coordinates, and what is needed to go on where there are none. */
export type AddressCase = {
  readonly layer: LocatorLayer;
  readonly sample: readonly RawRecord[];
  readonly context: LocatorContext;
  readonly hints: LocatorHints;
  /** Places where the layer has coordinates; none when it has none. */
  readonly sources: readonly PositionSource[];
  /** The publisher's own districts. */
  readonly area: Area | undefined;
};

/**
 * Let a gazetteer place the records that have no coordinates: by UPRN, else by postcode, marked approximate. A
 * record whose coordinates stand but cannot be used is not touched: it must be mended, not hidden. Without a
 * gazetteer, a layer that has no coordinates at all is judged once.
 */
export function withAddresses(locator: Locator, matter: AddressCase): Locator {
  const { layer, sources, context, area } = matter;
  const columns = columnsFor(matter);
  const asked = askable(columns, context.gazetteer);
  if (asked.length === 0 || !context.gazetteer) {
    if (sources.length > 0) return locator;
    const judged = judgeOnlyParts(matter, columns) ?? judgeWithoutPositions(layer.name, columns);
    return { ...locator, issues: [...locator.issues, judged], place: () => ({ issues: [] }) };
  }
  const { gazetteer, grid } = context;
  const approximator = openApproximator({
    layer: layer.name,
    columns: asked,
    gazetteer,
    grid,
    area,
  });
  const facts = sources.length > 0 ? {} : factsWithout(locator, matter, approximator, asked);
  const telling: Telling = { told: 0, isJudged: facts.issues !== undefined };
  return {
    ...locator,
    ...facts,
    place: (record) => {
      const own = sources.length > 0 ? locator.place(record) : { issues: [] };
      if (own.geometry || sources.some((source) => source.sight(record).kind !== 'nothing')) {
        return own;
      }
      const placed = approximator.place(record);
      return placed.geometry ? placed : missed(own, placed.why, telling);
    },
    byGazetteer: {
      issues: () => [...approximator.issues(), ...remainderOf(layer.name, telling.told)],
      uses: approximator.uses,
    },
  };
}

/** What the descriptor allows: every column, those it names, or none. */
function columnsFor({ layer, sample, hints }: AddressCase): readonly AddressColumn[] {
  const columns = findAddressColumns(layer, sample);
  const { approximate } = hints;
  if (approximate === undefined) return columns;
  if (approximate === false) return [];
  return (['uprn', 'postcode'] as const).flatMap((kind) => {
    const name = approximate[kind];
    const index = name === undefined ? -1 : layer.columns.indexOf(name);
    return name === undefined || index < 0 ? [] : [{ name, index, kind }];
  });
}

/**
 * What is said of a layer that has no coordinates but is placed all the same. Its shape stays `none`: what its records
 * are taken for must not change with what is loaded here.
 */
function factsWithout(
  { verdict, issues }: Locator,
  matter: AddressCase,
  { knows }: Approximator,
  asked: readonly AddressColumn[],
): Partial<Locator> {
  const { layer, sample, context } = matter;
  if (!sample.some(knows)) {
    const judged =
      judgeOnlyParts(matter, asked) ??
      judgeUnknown(layer.name, asked, context.gazetteer?.editions ?? []);
    return { issues: [...issues, judged] };
  }
  const names = asked.map(({ name }) => `“${name}”`).join(' and ');
  const evidence = [...verdict.evidence, `No coordinates: placed by ${names} through a gazetteer`];
  return { verdict: { ...verdict, evidence } };
}

/** The judgement of a layer whose best column has postcode districts or sectors and no full postcode. */
function judgeOnlyParts(
  { layer, sample }: AddressCase,
  [first]: readonly AddressColumn[],
): Issue | undefined {
  if (first?.kind !== 'postcode') return undefined;
  const cells = sample.map(({ values }) => String(values[first.index] ?? ''));
  const example = cells.find(isPartOfPostcode);
  const isWhole = cells.some((text) => postcodesIn(text).length > 0);
  return example === undefined || isWhole ? undefined : judgeParts(layer.name, first, example);
}

type Telling = {
  told: number;
  /** The layer as a whole is judged: single records are not told of. */
  readonly isJudged: boolean;
};

/** A record nobody can place: one issue that says what was tried. */
function missed(own: Unplaced, why: Issue, telling: Telling): Unplaced {
  const [first, ...rest] = own.issues;
  if (first)
    return { issues: [{ ...first, message: `${first.message}. ${why.message}` }, ...rest] };
  if (telling.isJudged) return { issues: [] };
  return { issues: isTold(telling.told++) ? [why] : [] };
}
