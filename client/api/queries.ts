import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import type { DatasetSummary, FeatureDetail, LayerSummary, LayerTask } from '#data/schema/api.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import type { SearchAnswer } from '#data/schema/search-answer.ts';
import { getJson } from './client.ts';
import { joined } from './query-text.ts';

/** How often it is asked how far the drawing of a layer is, ms. */
const BUILDING_MS = 3_000;

type LayersAnswer = {
  readonly layers: readonly LayerSummary[];
  readonly tasks: readonly LayerTask[];
};

/** Layers people look at together, from the same answer as the layers. */
export function useTasks() {
  return useQuery({
    queryKey: ['layers'],
    queryFn: ({ signal }) => getJson<LayersAnswer>('/api/layers', signal),
    select: ({ tasks }) => tasks,
    staleTime: 60_000,
  });
}

/** Every layer there is. */
export function useLayers() {
  return useQuery({
    queryKey: ['layers'],
    queryFn: ({ signal }) => getJson<LayersAnswer>('/api/layers', signal),
    select: ({ layers }) => layers,
    staleTime: 60_000,
    // what is being drawn will be drawn soon
    refetchInterval: ({ state: { data } }) =>
      data?.layers.some(({ building }) => building) ? BUILDING_MS : false,
  });
}

/** Every live dataset; for edition dates and downloads of a layer's datasets. */
export function useDatasets() {
  return useQuery({
    queryKey: ['datasets'],
    queryFn: ({ signal }) =>
      getJson<{ readonly datasets: readonly DatasetSummary[] }>('/api/datasets', signal),
    select: ({ datasets }) => datasets,
    staleTime: 60_000,
  });
}

/** One feature with everything known about it. `ref` is its id, or `layerId/key`. */
export function useFeature(ref: string | undefined) {
  return useQuery({
    queryKey: ['feature', ref],
    queryFn: ({ signal }) =>
      getJson<FeatureDetail>(
        `/api/features/${(ref ?? '').split('/').map(encodeURIComponent).join('/')}`,
        signal,
      ),
    enabled: ref !== undefined,
    staleTime: 60_000,
  });
}

/** Places, coordinates, layers and features that match a text of two characters or more. */
export function useSearch(text: string, near: LngLat | undefined) {
  const asked = text.trim();
  const fields = [`q=${encodeURIComponent(asked)}`, ...(near ? [`near=${joined(near)}`] : [])];
  return useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => getJson<SearchAnswer>(`/api/search?${fields.join('&')}`, signal),
    enabled: asked.length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

type PlacesFile = FeatureCollection<Point, Readonly<Record<string, unknown>>>;
type DistrictsFile = FeatureCollection<Polygon | MultiPolygon, Readonly<Record<string, unknown>>>;

/** The places of the basemap. */
export function usePlaces() {
  return useQuery({
    queryKey: ['basemap', 'places'],
    queryFn: ({ signal }) => getJson<PlacesFile>('/basemap/places.json', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The districts of the region, in the order of their codes. */
export function useDistricts() {
  return useQuery({
    queryKey: ['basemap', 'districts'],
    queryFn: ({ signal }) => getJson<DistrictsFile>('/basemap/districts.json', signal),
    staleTime: Number.POSITIVE_INFINITY,
    select: readDistricts,
  });
}

/** A district as coverage and the view's name speak of it. */
export type District = {
  readonly gssCode: string;
  readonly name: string;
  /** Outer rings, WGS 84. */
  readonly rings: readonly (readonly LngLat[])[];
};

function readDistricts(file: DistrictsFile): readonly District[] {
  return file.features
    .map(({ properties, geometry }) => ({
      gssCode: String(properties.gssCode),
      name: String(properties.name),
      rings: ringsOf(geometry),
    }))
    .toSorted((one, other) => one.gssCode.localeCompare(other.gssCode));
}

function ringsOf(geometry: Polygon | MultiPolygon): readonly (readonly LngLat[])[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map(([outer = []]) =>
    outer.map(([lng = Number.NaN, lat = Number.NaN]) => [lng, lat] as const),
  );
}
