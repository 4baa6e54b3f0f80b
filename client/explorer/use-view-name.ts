import { useMemo } from 'react';
import { useDistricts, usePlaces } from '#client/api/queries.ts';
import type { MapView } from '#client/map/map-controller.ts';
import { type Gazetteer, nameView } from '#client/state/place.ts';
import { REGION } from '#client/state/region.ts';

/** Kinds of the basemap's places that name a neighbourhood. */
const LOCAL_KINDS = ['tram-stop', 'rail-station'];

/** What the view is called; the region's name until the basemap has come. */
export function useViewName(view: MapView | undefined): string {
  const places = usePlaces().data;
  const districts = useDistricts().data;
  const gazetteer = useMemo((): Gazetteer => {
    const local = (places?.features ?? []).filter(({ properties }) =>
      LOCAL_KINDS.includes(String(properties.kind)),
    );
    return {
      region: REGION.name,
      areas: (districts ?? []).map(({ name, rings }) => ({ name, rings })),
      places: local.map(({ properties, geometry: { coordinates } }) => ({
        name: String(properties.name),
        point: [coordinates[0] ?? Number.NaN, coordinates[1] ?? Number.NaN],
      })),
    };
  }, [places, districts]);
  if (view === undefined || gazetteer.areas.length === 0) return REGION.name;
  return nameView(gazetteer, [view.lng, view.lat], view.widthKm * 1000);
}
