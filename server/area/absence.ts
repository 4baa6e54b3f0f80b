import { SUPPLIERS } from '#data/consultation/consultees.ts';
import { findFeatureType } from '#data/features/index.ts';
import type { AreaMissing, AreaNone } from '#data/schema/area.ts';
import type { Publisher } from '#data/schema/publisher.ts';
import { WATCHED_TYPES } from './classify.ts';
import { councilsOf } from './consultees.ts';
import type { Parting } from './districts.ts';
import type { LayerHere } from './question.ts';

/** Outlines the area is parted by already: not told as findings or as missing. */
export const FRAME_TYPES: ReadonlySet<string> = new Set([
  'boundaries/local-authority-district',
  'boundaries/combined-authority',
]);

/**
 * Layers that were supplied for districts of the area and have nothing on it. Where another layer of the same kind
 * has something, nothing is told: the kind is not absent.
 */
export function tellNone(layers: readonly LayerHere[], { districts }: Parting): AreaNone[] {
  const present = new Set(layers.filter(isPresent).map(({ layer }) => layer.featureType));
  return layers.flatMap(({ layer, datasets, nearest, closed }) => {
    const covered = districts.filter(({ gssCode }) => layer.coverage.includes(gssCode));
    if (closed || present.has(layer.featureType) || covered.length === 0) return [];
    const completeness = leastOf(datasets.map((each) => each.completeness));
    return [
      {
        layerId: layer.id,
        title: layer.title,
        synthetic: layer.synthetic,
        featureType: layer.featureType,
        ...(covered.length < districts.length
          ? { districts: covered.map(({ name }) => name) }
          : {}),
        ...(completeness ? { completeness } : {}),
        ...(nearest ? { nearest } : {}),
      },
    ];
  });
}

const isPresent = ({ found }: LayerHere): boolean => found.some(({ on }) => on !== undefined);

function leastOf(all: readonly (string | undefined)[]): AreaNone['completeness'] {
  if (all.includes('sample')) return 'sample';
  return all.includes('partial') ? 'partial' : undefined;
}

/**
 * District by district, the kinds of things nobody supplied: those that some council or nobody here has, and that a
 * rule would stop or ask for.
 */
export function tellMissing(
  layers: readonly LayerHere[],
  { districts, outside }: Parting,
  publishers: ReadonlyMap<string, Publisher>,
): AreaMissing[] {
  const kinds = kindsOf(layers);
  const parts: Pick<AreaMissing, 'gssCode' | 'name' | 'areaM2' | 'lengthM' | 'share'>[] = [
    ...districts,
    ...(outside > 0 ? [{ name: 'Outside the districts', share: outside }] : []),
  ];
  return parts.flatMap((part) => {
    const { gssCode } = part;
    const missing = kinds.filter(({ coverage }) => gssCode === undefined || !coverage.has(gssCode));
    if (missing.length === 0) return [];
    return [
      {
        ...part,
        layers: missing.map(({ coverage: _, ...kind }) => kind),
        ask: gssCode === undefined ? [] : suppliersOf(missing, gssCode, publishers),
      },
    ];
  });
}

type Kind = AreaMissing['layers'][number] & { readonly coverage: ReadonlySet<string> };

function kindsOf(layers: readonly LayerHere[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { layer } of layers) {
    const { featureType, title, id, coverage } = layer;
    const known = kinds.get(featureType);
    const all = new Set([...(known?.coverage ?? []), ...coverage]);
    kinds.set(featureType, { featureType, title, layerId: id, coverage: all });
  }
  for (const featureType of WATCHED_TYPES) {
    const title = findFeatureType(featureType)?.plural ?? featureType;
    if (!kinds.has(featureType))
      kinds.set(featureType, { featureType, title, coverage: new Set() });
  }
  return [...kinds.values()].filter(({ featureType }) => !FRAME_TYPES.has(featureType));
}

/** Who could supply some kinds in a district: the council first, then as often as they are named. */
function suppliersOf(
  kinds: readonly Kind[],
  gssCode: string,
  publishers: ReadonlyMap<string, Publisher>,
): AreaMissing['ask'] {
  const times = new Map<string, number>();
  for (const { featureType } of kinds) {
    const theme = featureType.slice(0, featureType.indexOf('/'));
    for (const id of SUPPLIERS[featureType] ?? SUPPLIERS[theme] ?? []) {
      times.set(id, (times.get(id) ?? 0) + 1);
    }
  }
  const [council] = councilsOf([gssCode], publishers);
  const ids = [...times]
    .sort(([, one], [, other]) => other - one)
    .map(([id]) => id)
    .filter((id) => id !== 'council' && id !== council?.id);
  const asked = [
    times.has('council') ? council : undefined,
    ...ids.map((id) => publishers.get(id)),
  ];
  return asked.flatMap((publisher) =>
    publisher
      ? [
          {
            name: publisher.name,
            ...(publisher.homepage ? { href: publisher.homepage } : {}),
          },
        ]
      : [],
  );
}
