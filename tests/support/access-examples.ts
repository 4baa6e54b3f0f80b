import {
  NOW,
  OPEN_FILE,
  OPEN_LAYER,
  SECRET_DATASET,
  SECRET_FILE,
  SECRET_LAYER,
  SECRET_WORD,
} from './access-world.ts';

/** Ids of what is kept apart, as they came out. */
export type Ids = {
  readonly feature: string;
  readonly key: number;
  readonly version: string;
  readonly openFeature: string;
  readonly openVersion: string;
  readonly tile: string;
  /** Of a search that is kept. */
  readonly search: string;
};

/** Round all of it, and a bit more. */
const BOX = '-2.30,53.40,-2.25,53.43';
const AREA = `area=${encodeURIComponent(
  'polygon:-2.30,53.40;-2.25,53.40;-2.25,53.43;-2.30,53.43',
)}`;
const D = SECRET_DATASET;
const L = SECRET_LAYER;
const OPEN = 'demonstration-digital--masts';

/** A search whose sites and things are those of the dataset too, and one kept of it. */
export const SITE_SEARCH =
  'own~in:digital/mast~must:near:distance(digital/mast):..5000:Near~prefer:many:count.2000(digital/mast):0..5*1:Many';
const SEARCH = `search=${encodeURIComponent(SITE_SEARCH)}`;

/** What is asked of every address with data in it: by names of what is kept apart, and where it would show. */
export const EXAMPLES: Readonly<Record<string, (ids: Ids) => readonly string[]>> = {
  '/api/publishers': () => ['/api/publishers'],
  '/api/licences': () => ['/api/licences'],
  '/api/licences/:id': () => ['/api/licences/OGL-UK-3.0'],
  '/api/datasets': () => ['/api/datasets'],
  '/api/datasets/:id': () => [`/api/datasets/${D}`, `/api/datasets/${OPEN}`],
  '/api/datasets/:id/issues': () => [
    `/api/datasets/${D}/issues`,
    `/api/datasets/${OPEN}/issues?limit=100`,
  ],
  '/api/datasets/:id/issues.csv': () => [
    `/api/datasets/${D}/issues.csv`,
    `/api/datasets/${OPEN}/issues.csv`,
  ],
  '/api/datasets/:id/dcat.jsonld': () => [`/api/datasets/${D}/dcat.jsonld`],
  '/api/catalog.jsonld': () => ['/api/catalog.jsonld'],
  '/api/datasets/:id/editions': () => [
    `/api/datasets/${D}/editions`,
    `/api/datasets/${OPEN}/editions`,
  ],
  '/api/datasets/:id/editions/:number/changes': () => [
    `/api/datasets/${D}/editions/1/changes`,
    `/api/datasets/${D}/editions/2/changes`,
  ],
  '/api/datasets/:id/download': () => [`/api/datasets/${D}/download`],
  '/api/download/plan': () => [
    `/api/download/plan?layers=${L}`,
    `/api/download/plan?datasets=${D}`,
    `/api/download/plan?layers=${OPEN_LAYER}&bbox=${BOX}`,
  ],
  '/api/download': () => [
    `/api/download?layers=${L}`,
    `/api/download?datasets=${D}&format=csv`,
    `/api/download?layers=${OPEN_LAYER},${L}`,
    `/api/download?layers=${OPEN_LAYER}&format=gpkg`,
  ],
  '/api/layers': () => ['/api/layers'],
  '/api/layers/:id': () => [`/api/layers/${L}`, `/api/layers/${OPEN_LAYER}`],
  '/api/layers/:id/tilejson.json': () => [`/api/layers/${L}/tilejson.json`],
  '/api/layers/:id/features': () => [
    `/api/layers/${L}/features`,
    `/api/layers/${OPEN_LAYER}/features?bbox=${BOX}`,
  ],
  '/api/layers/:id/changes': () => [
    `/api/layers/${L}/changes`,
    `/api/layers/${OPEN_LAYER}/changes?since=2026-01-01`,
  ],
  '/api/layers/:id/moments': () => [
    `/api/layers/${L}/moments`,
    `/api/layers/${OPEN_LAYER}/moments`,
  ],
  '/api/layers/:id/style.json': () => [`/api/layers/${L}/style.json`],
  '/api/style.json': () => ['/api/style.json', `/api/style.json?layers=${L}`],
  '/api/layers/:id/:version.pmtiles': ({ version }) => [`/api/layers/${L}/${version}.pmtiles`],
  '/api/features': () => [
    `/api/features?bbox=${BOX}`,
    '/api/features?limit=100&columns=height-m&sort=name',
    `/api/features?layers=${L}`,
    `/api/features?${AREA}`,
  ],
  '/api/features/*id/history': ({ feature }) => [
    `/api/features/${encodeURIComponent(feature)}/history`,
  ],
  '/api/features/*id': ({ feature, key, openFeature }) => [
    `/api/features/${encodeURIComponent(feature)}`,
    `/api/features/${L}/${key}`,
    `/api/features/${OPEN_LAYER}/${key}`,
    // what lies near by is told with it
    `/api/features/${encodeURIComponent(openFeature)}`,
  ],
  '/api/datasets/:id/reduced': () => [`/api/datasets/${D}/reduced`],
  '/api/area': ({ feature }) => [
    `/api/area?${AREA}`,
    `/api/area?area=${encodeURIComponent(`feature:${feature}`)}`,
  ],
  '/api/sites': () => [
    `/api/sites?${SEARCH}`,
    // as where it lies, and as nowhere
    `/api/sites?search=${encodeURIComponent(`own~areas:'polygon:-2.30,53.40;-2.25,53.40;-2.25,53.43'~must:near:count.0(digital/mast):1..:Near`)}`,
  ],
  '/api/sites/surface': () => [`/api/sites/surface?${SEARCH}&level=7`],
  '/api/sites/evidence': ({ feature, openFeature }) =>
    [feature, openFeature].map(
      (site) => `/api/sites/evidence?${SEARCH}&site=${encodeURIComponent(site)}`,
    ),
  '/api/searches/:id': ({ search }) => [`/api/searches/${search}`],
  '/searches/:id': ({ search }) => [`/searches/${search}`],
  '/searches/:id/feed.json': ({ search }) => [`/searches/${search}/feed.json`],
  '/searches/:id/feed.atom': ({ search }) => [`/searches/${search}/feed.atom`],
  '/api/areas/:id': () => [`/api/areas/${'a'.repeat(26)}`],
  '/api/layers/:id/summary': () => [
    `/api/layers/${L}/summary`,
    `/api/layers/${OPEN_LAYER}/summary?bbox=${BOX}`,
  ],
  '/api/layers/:id/keys': () => [`/api/layers/${L}/keys`, `/api/layers/${OPEN_LAYER}/keys`],
  '/api/layers/:id/unplaced': () => [
    `/api/layers/${L}/unplaced`,
    `/api/layers/${OPEN_LAYER}/unplaced`,
  ],
  '/api/search': () => [
    `/api/search?q=${SECRET_WORD}`,
    '/api/search?q=Alpha',
    '/api/search?q=outfalls',
    '/api/search?q=mast',
    '/api/search?q=Demonstration%20water',
  ],
  '/api/resources/:sha256/lines': () => [
    `/api/resources/${SECRET_FILE.sha256}/lines?from=1&to=3`,
    `/api/resources/${OPEN_FILE.sha256}/lines?from=1&to=3`,
  ],
  '/api/health': () => ['/api/health'],
  '/api/openapi.json': () => ['/api/openapi.json'],
  '/api/combine': () => ['/api/combine?licences=OGL-UK-3.0', `/api/combine?layers=${L}`],
  '/api/coverage': () => ['/api/coverage', '/api/coverage?types=all'],
  '/api/coverage.csv': () => ['/api/coverage.csv?types=all'],
  '/data': () => ['/data'],
  '/data/:id': () => [`/data/${D}`, `/data/${OPEN}`],
  '/licences': () => ['/licences'],
  '/licences/:id': () => ['/licences/OGL-UK-3.0'],
  '/coverage': () => ['/coverage'],
  '/area': ({ feature }) => [
    `/area?${AREA}`,
    `/area?area=${encodeURIComponent(`feature:${feature}`)}`,
  ],
  '/report': (ids) => reportsOf(ids, '/report'),
  '/report/evidence.geojson': (ids) => reportsOf(ids, '/report/evidence.geojson'),
  '/report/evidence.csv': (ids) => reportsOf(ids, '/report/evidence.csv'),
  '/tiles': ({ version, openVersion, tile }) => [
    `/tiles/${L}/${version}/${tile}.mvt`,
    `/tiles/${L}/${version}-building/${tile}.mvt`,
    `/tiles/${L}/as-of-0123456789abcdef/${tile}.mvt`,
    `/tiles/${L}/${version}/0/0/0.mvt`,
    `/tiles/${OPEN_LAYER}/${openVersion}/${tile}.mvt`,
    `/tiles/${OPEN_LAYER}/${openVersion}-building/${tile}.mvt`,
  ],
};

/** Reports of what is kept apart and of what lies near it, at the moment all was published and of now. */
const reportsOf = ({ feature, openFeature }: Ids, path: string): string[] =>
  [feature, openFeature].flatMap((site) => {
    const asked = `${path}?site=${encodeURIComponent(site)}&${SEARCH}`;
    return [`${asked}&as-of=${NOW.toISOString()}`, asked];
  });

/** Addresses that hold nothing of any dataset, and why. */
export const WITHOUT_DATA: Readonly<Record<string, string>> = {
  '/page.css': 'a style sheet',
  '/help': 'words',
  '/help/issues': 'the register of issues',
  '/accessibility': 'words',
  '/api/session': 'who asks',
  '/api/fonts/:stack/:range.pbf': 'letters',
  '/': 'the client',
  '/embed': 'the client',
  '/api/basemaps': 'maps of others',
  '/sites': 'the client',
  '/sites/compare': 'the client',
  '/desk': 'the client',
  '/desk/*page': 'the client',
};

/** Addresses that change something, or are of one account: they have tests of their own beside them. */
export const ELSEWHERE: readonly RegExp[] = [
  /^\/sign-/,
  /^\/account/,
  /^\/invitation\//,
  /^\/organisations/,
  /^\/api\/areas$/,
  /^\/api\/searches$/,
  /^\/api\/desk/,
  /^\/api\/session\/purpose$/,
  // tests/access-pages.test.ts: what may be known of is there, what is closed is not
  /^\/agreements/,
  /^\/datasets\/:id\/(?:access|agreements|accept|requests?)/,
  /^\/requests\//,
];
