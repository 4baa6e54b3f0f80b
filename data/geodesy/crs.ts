/** One coordinate reference system ODIN reads. */
export type Crs = {
  /** `EPSG:27700`. */
  readonly id: string;
  /** Name in the EPSG registry. */
  readonly name: string;
  readonly kind: 'geographic' | 'projected';
  /** Axis order by the registry's definition: what URN and `def/crs` spellings imply. */
  readonly axis: 'xy' | 'yx';
  /** Part of the world it is meant for, in words. */
  readonly area: string;
  /** How its coordinates become WGS 84. */
  readonly method: 'none' | 'OSTN15' | 'proj4';
  /** proj4 definition. Source: EPSG registry; datum shifts by the operation codes named beside them. */
  readonly definition: string;
};

/** EPSG:1314, OSGB36 to WGS 84: ± 3.5 m in general, up to 5 m; only where OSTN15 does not reach. */
const OSGB36 = '+ellps=airy +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +no_defs';
/** EPSG:1311, ED50 to WGS 84 for the United Kingdom's seas. */
const ED50 = '+ellps=intl +towgs84=-89.5,-93.8,-123.1,0,0,-0.156,1.2 +no_defs';
/** EPSG:1641, the Irish datums to WGS 84. */
const IRISH = '+towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15 +units=m +no_defs';
const IRISH_GRID = '+proj=tmerc +lat_0=53.5 +lon_0=-8 +x_0=200000 +y_0=250000';

const utm = (id: number, name: string, zone: number, ellipsoid: string): Crs => ({
  id: `EPSG:${id}`,
  name: `${name} / UTM zone ${zone}N`,
  kind: 'projected',
  axis: 'xy',
  area: 'one six-degree strip of the northern hemisphere',
  method: 'proj4',
  definition: `+proj=utm +zone=${zone} ${ellipsoid}`,
});

const WGS84 = '+datum=WGS84 +no_defs';
const ETRS89 = '+ellps=GRS80 +towgs84=0,0,0 +no_defs';

/** Every CRS ODIN reads: an allow-list, so that a file cannot bring a definition of its own. */
const CRS_LIST: readonly Crs[] = [
  {
    id: 'EPSG:4326',
    name: 'WGS 84',
    kind: 'geographic',
    axis: 'yx',
    area: 'the world',
    method: 'none',
    definition: `+proj=longlat ${WGS84}`,
  },
  {
    id: 'EPSG:4258',
    name: 'ETRS89',
    kind: 'geographic',
    axis: 'yx',
    area: 'Europe',
    method: 'none',
    definition: `+proj=longlat ${ETRS89}`,
  },
  {
    id: 'EPSG:27700',
    name: 'OSGB36 / British National Grid',
    kind: 'projected',
    axis: 'xy',
    area: 'Great Britain',
    method: 'OSTN15',
    definition: `+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +units=m ${OSGB36}`,
  },
  {
    id: 'EPSG:4277',
    name: 'OSGB36',
    kind: 'geographic',
    axis: 'yx',
    area: 'Great Britain',
    method: 'OSTN15',
    definition: `+proj=longlat ${OSGB36}`,
  },
  {
    id: 'EPSG:3857',
    name: 'WGS 84 / Pseudo-Mercator',
    kind: 'projected',
    axis: 'xy',
    area: 'the world, for web maps',
    method: 'proj4',
    definition:
      '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  },
  {
    id: 'EPSG:3395',
    name: 'WGS 84 / World Mercator',
    kind: 'projected',
    axis: 'xy',
    area: 'the world',
    method: 'proj4',
    definition: `+proj=merc +lon_0=0 +k=1 +x_0=0 +y_0=0 +units=m ${WGS84}`,
  },
  {
    id: 'EPSG:4230',
    name: 'ED50',
    kind: 'geographic',
    axis: 'yx',
    area: 'Europe, and older charts of the North Sea',
    method: 'proj4',
    definition: `+proj=longlat ${ED50}`,
  },
  {
    id: 'EPSG:29901',
    name: 'OSNI 1952 / Irish National Grid',
    kind: 'projected',
    axis: 'xy',
    area: 'Northern Ireland',
    method: 'proj4',
    definition: `${IRISH_GRID} +k=1 +ellps=airy ${IRISH}`,
  },
  {
    id: 'EPSG:29902',
    name: 'TM65 / Irish Grid',
    kind: 'projected',
    axis: 'xy',
    area: 'Ireland',
    method: 'proj4',
    definition: `${IRISH_GRID} +k=1.000035 +ellps=mod_airy ${IRISH}`,
  },
  {
    id: 'EPSG:29903',
    name: 'TM75 / Irish Grid',
    kind: 'projected',
    axis: 'xy',
    area: 'Ireland',
    method: 'proj4',
    definition: `${IRISH_GRID} +k=1.000035 +ellps=mod_airy ${IRISH}`,
  },
  {
    id: 'EPSG:2157',
    name: 'IRENET95 / Irish Transverse Mercator',
    kind: 'projected',
    axis: 'xy',
    area: 'Ireland',
    method: 'proj4',
    definition: `+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 +units=m ${ETRS89}`,
  },
  {
    id: 'EPSG:3035',
    name: 'ETRS89-extended / LAEA Europe',
    kind: 'projected',
    axis: 'yx',
    area: 'Europe',
    method: 'proj4',
    definition: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +units=m ${ETRS89}`,
  },
  utm(32629, 'WGS 84', 29, WGS84),
  utm(32630, 'WGS 84', 30, WGS84),
  utm(32631, 'WGS 84', 31, WGS84),
  utm(25829, 'ETRS89', 29, ETRS89),
  utm(25830, 'ETRS89', 30, ETRS89),
  utm(25831, 'ETRS89', 31, ETRS89),
  utm(23029, 'ED50', 29, ED50),
  utm(23030, 'ED50', 30, ED50),
  utm(23031, 'ED50', 31, ED50),
];

const BY_ID: ReadonlyMap<string, Crs> = new Map(CRS_LIST.map((crs) => [crs.id, crs]));

/**
 * The CRS of an id.
 *
 * @param id `EPSG:27700`; other spellings through `recogniseCrs`
 * @returns undefined when ODIN does not read it
 */
export const findCrs = (id: string): Crs | undefined => BY_ID.get(id) ?? farZone(id);

/** The zones of other parts of the world, for layers that are about one; made once each. */
const FAR_ZONES: ReadonlyMap<string, Crs> = new Map(
  Array.from({ length: 60 }, (_, i) => i + 1).flatMap((zone) =>
    [
      utm(32_600 + zone, 'WGS 84', zone, WGS84),
      southern(utm(32_700 + zone, 'WGS 84', zone, `+south ${WGS84}`)),
    ].map((crs) => [crs.id, crs] as const),
  ),
);

function southern(crs: Crs): Crs {
  return {
    ...crs,
    name: crs.name.replace(/N$/, 'S'),
    area: 'one six-degree strip of the southern hemisphere',
  };
}

const farZone = (id: string): Crs | undefined => FAR_ZONES.get(id);

/** Ids of every CRS ODIN reads, commonest first. */
export const listCrsIds = (): readonly string[] => CRS_LIST.map((crs) => crs.id);
