import type { LayerSummary } from '#data/schema/api.ts';
import type { SearchAnswer } from '#data/schema/search-answer.ts';
import { THEME_TITLES } from '#data/schema/theme.ts';
import type { Services } from '../services.ts';
import { featureSummary } from '../views/feature.ts';
import { findAddresses, sayUnloaded } from './addresses.ts';
import { readPosition } from './coordinates.ts';
import { wordsOf } from './gazetteer.ts';

/** Results of one group. */
const GROUP_SIZE = 6;

type Group = SearchAnswer['groups'][number];
type Results = Group['results'];

/** Types whose features are areas people call a place by: wards, parishes. */
const AREA_TYPES = /^boundaries\//;

/** What the one search box finds, group by group in the order people mean; empty groups are left out. */
export async function search(text: string, services: Services): Promise<SearchAnswer> {
  const { layers } = await services.catalogue();
  const { areas, things } = await features(text, services);
  const named = [...places(text, services), ...areas].slice(0, GROUP_SIZE);
  const groups: Group[] = [
    { kind: 'place', title: 'Places', results: named },
    { kind: 'address', title: 'Postcodes and properties', results: addresses(text, services) },
    { kind: 'coordinates', title: 'Position', results: positions(text, services) },
    { kind: 'layer', title: 'Layers', results: layersFor(text, layers) },
    { kind: 'feature', title: 'Features', results: things },
  ];
  const hint = sayUnloaded(text, services.addresses());
  return {
    query: text,
    groups: groups.filter(({ results }) => results.length > 0),
    ...(hint === undefined ? {} : { hint }),
  };
}

function positions(text: string, { grid }: Services): Results {
  const found = readPosition(text, grid);
  return found ? [{ ...found, point: [...found.point] }] : [];
}

const addresses = (text: string, { addresses: book, grid }: Services): Results =>
  findAddresses(text, book(), { grid, limit: GROUP_SIZE });

const places = (text: string, { gazetteer }: Services): Results =>
  gazetteer.find(text, GROUP_SIZE).map(({ name, kind, district, point, bounds }) => ({
    title: name,
    detail: kind === 'District' ? kind : `${kind}, ${district}`,
    point: [...point],
    ...(bounds ? { bounds: [...bounds] } : {}),
  }));

function layersFor(text: string, layers: readonly LayerSummary[]): Results {
  const asked = wordsOf(text);
  if (asked.length === 0) return [];
  return layers
    .filter(({ title, synonyms, theme, publishers }) => {
      const names = publishers.flatMap(({ name, shortName }) => [name, shortName]);
      const words = wordsOf([title, ...synonyms, THEME_TITLES[theme], ...names].join(' '));
      return asked.every((word) => words.some((each) => each.startsWith(word)));
    })
    .slice(0, GROUP_SIZE)
    .map(({ id, title, publishers, synthetic, bounds }) => ({
      title,
      detail: publishers.map(({ shortName }) => shortName).join(', '),
      layerId: id,
      synthetic,
      ...(bounds ? { bounds } : {}),
    }));
}

async function features(
  text: string,
  services: Services,
): Promise<{ readonly areas: Results; readonly things: Results }> {
  const [found, { byRow }] = await Promise.all([
    services.store.searchFeatures(text, GROUP_SIZE),
    services.catalogue(),
  ]);
  const [areas, things]: [Results, Results] = [[], []];
  for (const head of found) {
    const edition = byRow.get(head.edition);
    if (!edition) continue;
    const summary = featureSummary(head, edition, services);
    const { title, typeTitle, district, layerId, id, point, bounds, synthetic } = summary;
    const detail = district ? `${typeTitle}, ${district}` : typeTitle;
    const list = AREA_TYPES.test(edition.source.type) ? areas : things;
    list.push({ title, detail, layerId, featureId: id, point, bounds, synthetic });
  }
  return { areas, things };
}
