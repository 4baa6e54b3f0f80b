import { setImmediate as breathe } from 'node:timers/promises';
import { attributesOf, findFeatureType } from '#data/features/index.ts';
import { dateText } from '#data/query/filter.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import type { Shelf } from '#server/columns/shelf.ts';
import type { Sifted } from '#server/columns/sift.ts';
import { type Spread, spreadOf } from '#server/columns/spread.ts';
import { type Tally, tallySlots, tallyStated, tallyTexts } from '#server/columns/tally.ts';
import { formatValue } from './attribute.ts';

/** Values told of an attribute. */
const MOST_VALUES = 50;

/** Distinct texts up to which values are told unasked. */
const FEW_TEXTS = 1_000;

/** Beyond so many, texts that are hardly ever the same are names, not kinds: they too are told when looked for. */
const HANDFUL = 20;
const MOSTLY_DISTINCT = 0.8;

/** Texts looked through between two turns of the event loop. */
const SLICE = 10_000;

/** Attributes the tiles hold whatever their type says. */
const ALWAYS_IN_TILES = new Set(['name', 'lifecycle-status']);

/** Which attributes are told, and which of their values. */
export type FiguresWish = {
  readonly only?: readonly string[];
  /** Only values with these letters in them. */
  readonly q?: string;
};

/** Figures of every attribute that some feature of a layer states, in the order of the vocabulary. */
export async function attributeFigures(
  featureType: string,
  sifted: readonly Sifted[],
  shelf: Shelf,
  { only, q }: FiguresWish,
): Promise<AttributeFigures[]> {
  const type = findFeatureType(featureType);
  const editions = sifted.map(({ columns }) => columns);
  const told: AttributeFigures[] = [];
  for (const attribute of type ? attributesOf(type) : []) {
    if (only && !only.includes(attribute.name)) continue;
    const spread = await spreadOf(attribute.name, editions, shelf);
    if (!spread) continue;
    told.push(await figuresOf(attribute, spread, sifted, q));
    await breathe();
  }
  return told;
}

async function figuresOf(
  attribute: Attribute,
  spread: Spread,
  sifted: readonly Sifted[],
  q: string | undefined,
): Promise<AttributeFigures> {
  const { name, title, description, type, unit, inTiles = ALWAYS_IN_TILES.has(name) } = attribute;
  const head = {
    ...{ name, title, type, inTiles },
    ...(description ? { description } : {}),
    ...(unit ? { unit } : {}),
  };
  if (spread.kind === 'texts') {
    const isTold = type !== 'url' && (q !== undefined || areKinds(spread));
    const tally = isTold ? tallyTexts(name, sifted, spread.joined) : tallyStated(name, sifted);
    const values = isTold
      ? await valuesOfTexts(attribute, spread, tally, q)
      : { others: { values: spread.joined.size, count: tally.stated } };
    return { ...head, ...statedOf(tally, spread.whole), ...values };
  }
  const tally = tallySlots(name, sifted, spread.bins);
  return {
    ...head,
    ...statedOf(tally, spread.bins.whole),
    ...binsOf(spread, tally),
    ...valuesOfNumbers(attribute, spread, sifted),
  };
}

const statedOf = ({ stated, unstated }: Tally, whole: Tally) => ({
  stated,
  unstated,
  wholeStated: whole.stated,
});

type Numbers = Extract<Spread, { kind: 'numbers' | 'dates' }>;
type Texts = Extract<Spread, { kind: 'texts' }>;

function binsOf(
  { kind, edges, least, most, bins }: Numbers,
  { counts }: Tally,
): Pick<AttributeFigures, 'histogram' | 'dates'> {
  const counted = Array.from(counts, (count, at) => ({
    count,
    whole: bins.whole.counts[at] ?? 0,
    from: edges[at] ?? 0,
    to: edges[at + 1] ?? 0,
  }));
  if (kind === 'numbers') return { histogram: { min: least, max: most, bins: counted } };
  const dated = counted.map(({ from, to, ...bin }) => ({
    from: dateText(from),
    to: dateText(to),
    ...bin,
  }));
  return { dates: { min: dateText(least), max: dateText(most), bins: dated } };
}

function valuesOfNumbers(
  attribute: Attribute,
  { few }: Numbers,
  sifted: readonly Sifted[],
): Pick<AttributeFigures, 'values'> {
  if (!few) return {};
  const { counts } = tallySlots(attribute.name, sifted, few);
  return {
    values: few.values.map((value, at) => ({
      value: String(value),
      title: formatValue(attribute, value),
      count: counts[at] ?? 0,
      whole: few.whole.counts[at] ?? 0,
    })),
  };
}

/** Whether texts are few enough, and repeated enough, to choose among. */
const areKinds = ({ joined: { size }, whole: { stated } }: Texts): boolean =>
  size <= FEW_TEXTS && (size <= HANDFUL || size < MOSTLY_DISTINCT * stated);

async function valuesOfTexts(
  attribute: Attribute,
  { joined, whole }: Texts,
  { counts }: Tally,
  q: string | undefined,
): Promise<Pick<AttributeFigures, 'values' | 'others'>> {
  const titleAt = (rank: number) => titleOf(attribute, joined.textOf(rank));
  const ranks = await ranksWith(q, joined.size, titleAt);
  const countOf = (rank: number) => counts[rank] ?? 0;
  const wholeOf = (rank: number) => whole.counts[rank] ?? 0;
  ranks.sort(
    (one, other) => countOf(other) - countOf(one) || wholeOf(other) - wholeOf(one) || one - other,
  );
  const told = ranks.slice(0, MOST_VALUES).map((rank) => ({
    value: joined.textOf(rank),
    title: titleAt(rank),
    count: countOf(rank),
    whole: wholeOf(rank),
  }));
  const beyond = ranks.slice(MOST_VALUES);
  const count = beyond.reduce((sum, rank) => sum + countOf(rank), 0);
  return {
    values: told,
    ...(beyond.length > 0 ? { others: { values: beyond.length, count } } : {}),
  };
}

/** Ranks of the texts that have some letters in their title. */
async function ranksWith(
  q: string | undefined,
  size: number,
  titleAt: (rank: number) => string,
): Promise<number[]> {
  const letters = q?.trim().toLowerCase();
  const ranks: number[] = [];
  for (let rank = 0; rank < size; rank++) {
    if (!letters || titleAt(rank).toLowerCase().includes(letters)) ranks.push(rank);
    if (rank % SLICE === SLICE - 1) await breathe();
  }
  return ranks;
}

/** A text of a column as a person reads it. */
function titleOf(attribute: Attribute, text: string): string {
  if (attribute.type === 'boolean') return formatValue(attribute, text === 'true');
  return formatValue(attribute, attribute.type === 'list' ? [text] : text);
}
