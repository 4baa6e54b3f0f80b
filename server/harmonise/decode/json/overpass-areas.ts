type Tags = Readonly<Record<string, unknown>>;
type Says = (value: string) => boolean;

const any: Says = () => true;
const only = (values: string): Says => {
  const known = new Set(values.split(' '));
  return (value) => known.has(value);
};
const allBut = (values: string): Says => {
  const isOther = only(values);
  return (value) => !isOther(value);
};

/**
 * Tags that make a closed way an area; keys not named here (`highway`, `barrier`) leave it a line.
 * Source: OpenStreetMap wiki, “Overpass turbo/Polygon Features”, without its rarer keys.
 */
const AREA_TAGS: ReadonlyMap<string, Says> = new Map([
  ['aeroway', allBut('taxiway runway')],
  ['amenity', any],
  ['area:highway', any],
  ['boundary', any],
  ['building', any],
  ['building:part', any],
  ['craft', any],
  ['golf', any],
  ['historic', any],
  ['landuse', any],
  ['leisure', allBut('track slipway')],
  ['man_made', allBut('cutline embankment pipeline')],
  ['military', any],
  ['natural', allBut('coastline cliff ridge arete tree_row')],
  ['office', any],
  ['place', any],
  ['power', only('plant sub_station substation generator transformer')],
  ['public_transport', any],
  ['railway', only('station turntable roundhouse platform')],
  ['shop', any],
  ['tourism', any],
  ['waterway', only('riverbank dock boatyard dam')],
]);

/** Whether the tags of a closed way say that it is an area; `area=yes` and `area=no` settle it. */
export function saysArea(tags: Tags): boolean {
  if (tags.area === 'yes' || tags.area === 'no') return tags.area === 'yes';
  return Object.entries(tags).some(
    ([key, value]) => typeof value === 'string' && value !== 'no' && AREA_TAGS.get(key)?.(value),
  );
}
