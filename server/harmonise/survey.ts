import type { LayerProfile } from '#data/schema/harmonised.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import type { HarmoniseContext, HarmoniseOptions } from './context.ts';
import { wordsOf } from './fields/heading.ts';
import { asTypeSuggestion, type RankedType, rankTypes } from './fields/suggest-type.ts';
import { buildLocator } from './geometry/index.ts';
import type { Locator } from './geometry/locator.ts';
import { personalColumns } from './personal/issues.ts';
import { maskPersonal } from './personal/sign.ts';
import type { ReadLayer } from './rows.ts';

/** A layer read through, located and judged: everything known before its records are made features. */
export type Survey = ReadLayer & {
  readonly locator: Locator;
  /** Columns the position is read from: a placed record's geometry says what they say. */
  readonly usedColumns: readonly string[];
  /** Feature types it may be, best first. */
  readonly ranked: readonly RankedType[];
};

/** The publisher the caller or the descriptor names, when the catalogue knows it. */
export function publisherOf(
  options: HarmoniseOptions,
  context: HarmoniseContext,
): Publisher | undefined {
  const id = options.publisher ?? options.source?.publisher;
  return id === undefined ? undefined : context.publishers.get(id);
}

/** Survey one layer of a file. */
export function survey(
  read: ReadLayer,
  fileName: string,
  options: HarmoniseOptions,
  context: HarmoniseContext,
): Survey {
  const { source } = options;
  const publisher = publisherOf(options, context);
  const locator = buildLocator(read.layer, read.sample, context, {
    ...(source?.geometry === undefined ? {} : { geometry: source.geometry }),
    ...(source?.crs === undefined ? {} : { crs: source.crs }),
    ...(source?.approximate === undefined ? {} : { approximate: source.approximate }),
    ...(publisher === undefined ? {} : { publisher }),
  });
  const usedColumns = locator.usedColumns.filter((name) => !ABOUT_CRS.test(name));
  const ranked = rankTypes({
    columns: read.facts.columns,
    usedColumns,
    shape: locator.shape,
    names: [...new Set([stemOf(fileName), read.layer.name])],
    places: placesOf(context),
  });
  return { ...read, locator, usedColumns, ranked };
}

/** Columns that speak of the CRS: they help to place a record, but its geometry does not repeat them. */
const ABOUT_CRS =
  /crs|srid|epsg|reference[\s_-]*sys|coordinate[\s_-]*sys|coord.*ref|projection|grid[\s_-]*type|datum/i;

const stemOf = (fileName: string): string =>
  fileName.replace(/^.*[\\/]/, '').replace(/(\.[a-z\d]{1,8}){1,2}$/i, '');

const placeWords = new WeakMap<HarmoniseContext, ReadonlySet<string>>();

/** Words of district and publisher names, which say where but not what. */
function placesOf(context: HarmoniseContext): ReadonlySet<string> {
  const known = placeWords.get(context);
  if (known !== undefined) return known;
  const names = [
    ...context.districts.map(({ name }) => name),
    ...[...context.publishers.values()]
      .filter(({ kind }) => kind === 'district' || kind === 'combined-authority')
      .flatMap(({ name, shortName, synonyms }) => [name, shortName, ...synonyms]),
  ];
  const words = new Set(names.flatMap(wordsOf));
  placeWords.set(context, words);
  return words;
}

/** A layer as `odin inspect` describes it. */
export function profileOf({ layer, facts, locator, ranked, personal }: Survey): LayerProfile {
  const masked = personalColumns(personal);
  return {
    name: layer.name,
    records: facts.records,
    geometryType: locator.shape,
    crs: locator.verdict,
    columns: facts.columns.map(({ name, label, type, filled, examples }) => ({
      name,
      type,
      filled,
      examples: masked.has(label) ? examples.map(maskPersonal) : examples,
    })),
    suggestions: ranked.map(asTypeSuggestion),
  };
}
