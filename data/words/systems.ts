/** Names of the coordinate systems British files come in. Source: EPSG register. */
const SYSTEMS: Readonly<Record<string, string>> = {
  'EPSG:27700': 'British National Grid',
  'EPSG:4326': 'longitude and latitude (WGS 84)',
  'EPSG:4258': 'longitude and latitude (ETRS89)',
  'EPSG:4277': 'longitude and latitude (OSGB36)',
  'EPSG:3857': 'Web Mercator',
  'EPSG:29902': 'Irish Grid',
  'EPSG:29903': 'Irish Grid',
  'EPSG:2157': 'Irish Transverse Mercator',
  'EPSG:32630': 'UTM zone 30N',
  'EPSG:25830': 'UTM zone 30N',
};

/** What people call a coordinate system. */
export const systemName = (id: string): string => {
  const name = SYSTEMS[id];
  return name ? `${name} (${id})` : id;
};
