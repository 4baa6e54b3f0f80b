import { useMemo } from 'react';
import { useLayerFigures } from '#client/api/figures.ts';
import { useLayers } from '#client/api/queries.ts';
import type { LayerSummary } from '#data/schema/api.ts';
import type { LayerFigures } from '#data/schema/layer-figures.ts';
import type { SearchGround } from '#data/siting/search.ts';
import type { DraftNames } from './draft.ts';
import { SITE } from './draft.ts';

/** A kind of thing that somebody supplied. */
export type KindChoice = {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly layerId: string;
  readonly hasPolygons: boolean;
};

/** Every kind of thing there is data of, by title. */
export function kindsOf(layers: readonly LayerSummary[]): readonly KindChoice[] {
  const kinds = new Map<string, KindChoice>();
  for (const { featureType, title, theme, id, shapes } of layers) {
    if (kinds.has(featureType)) continue;
    const hasPolygons = shapes.includes('polygon');
    kinds.set(featureType, { id: featureType, title, theme, layerId: id, hasPolygons });
  }
  return [...kinds.values()].toSorted((one, other) => one.title.localeCompare(other.title));
}

/** What can be chosen from: kinds of things, and the attributes of the one chosen. */
export function useChoices(subject: string, ground: SearchGround) {
  const { data: layers } = useLayers();
  const kinds = useMemo(() => kindsOf(layers ?? []), [layers]);
  const types = ground.kind === 'sites' ? ground.types : [];
  const type =
    subject === SITE ? types.find((id) => kinds.some((kind) => kind.id === id)) : subject;
  const layerId = kinds.find(({ id }) => id === type)?.layerId;
  const { data: figures } = useLayerFigures(layerId === undefined ? undefined : { layerId });
  const names = useMemo(() => namesOf(figures), [figures]);
  return { kinds, attributes: figures?.attributes ?? [], names };
}

function namesOf(figures: LayerFigures | undefined): DraftNames {
  return {
    attribute: (name) => figures?.attributes.find((each) => each.name === name)?.title,
    value: (attribute, code) =>
      figures?.attributes
        .find(({ name }) => name === attribute)
        ?.values?.find(({ value }) => value === code)?.title,
  };
}
