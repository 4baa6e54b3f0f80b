/**
 * The arrow table: which room may import which. Anything not written is forbidden.
 * docs/architecture.md draws it; tests/gate.test.ts proves that a forbidden arrow fails.
 */
const DATA = ['data/schema', 'data/issues', 'data/geodesy', 'data/features', 'data/words'];
const ROOMS = {
  'data/schema': [],
  'data/geodesy': [],
  'data/issues': ['data/schema'],
  'data/gazetteer': ['data/schema'],
  'data/features': ['data/schema'],
  'data/query': ['data/schema', 'data/geodesy'],
  'data/words': ['data/schema'],
  'data/siting': ['data/words', 'data/schema', 'data/query', 'data/profiles/index.ts'],
  'data/profiles': ['data/schema', 'data/query', 'data/siting'],
  'data/cartography': ['data/schema', 'data/query'],
  tiles: ['data/schema', 'data/features'],
  'server/harmonise': DATA,
  'server/catalogue': DATA,
  'server/compare': [...DATA, 'server/harmonise/measure.ts'],
  'server/export': [...DATA, 'server/catalogue', 'server/store/rows.ts', 'server/frames/wkb.ts'],
  'data/consultation': ['data/schema'],
  'server/harvest': ['data/schema'],
  'server/measure': ['data/schema', 'data/geodesy'],
  'server/area': [...DATA, 'data/query', 'data/consultation', 'server/measure', 'server/catalogue'],
  'server/sites': [...DATA, 'data/query', 'data/siting', 'data/profiles', 'data/consultation', 'server/measure', 'server/area'],
  'server/access': ['data/schema'],
  'server/pages': [...DATA, 'server/access', 'data/query', 'data/siting', 'data/profiles', 'data/consultation', 'server/catalogue'],
  'server/frames': DATA,
  'server/store': [...DATA, 'server/frames'],
  'server/jobs': [...DATA, 'data/load.ts', 'server/catalogue', 'server/compare/facts.ts', 'server/frames', 'server/harmonise', 'tiles'],
  'server/tiling': [...DATA, 'server/catalogue', 'server/store', 'tiles'],
  'server/publishing': [...DATA, 'server/compare', 'server/frames', 'server/harmonise/meter.ts', 'server/jobs', 'server/store', 'server/tiling', 'server/decide.ts'],
  'server/harvesting': ['data/schema', 'server/harvest', 'server/publishing', 'server/store/harvests.ts', 'server/catalogue', 'server/config.ts', 'server/log.ts', 'server/odin.ts'],
  'data/expected': ['data/schema'],
  'server/desk': [...DATA, 'data/expected', 'server/access', 'server/accounts/secret.ts', 'server/catalogue', 'server/compare', 'server/harmonise', 'server/harvest', 'server/jobs', 'server/publishing', 'server/store', 'server/decide.ts', 'server/odin.ts', 'server/config.ts'],
  'server/accounts': ['data/schema', 'server/access', 'server/store'],
  'server/columns': [...DATA, 'data/query', 'server/store'],
  'server/api': [...DATA, 'data/siting', 'data/profiles', 'server/sites', 'server/access', 'server/compare/since.ts', 'data/consultation', 'server/area', 'server/measure', 'data/query', 'server/columns', 'server/export', 'server/catalogue', 'server/pages', 'server/publishing/access.ts', 'server/store', 'data/cartography', 'data/gazetteer', 'server/publishing/publish.ts', 'server/red-line.ts', 'server/log.ts', 'tiles', 'server/accounts', 'server/desk', 'server/jobs/resource-file.ts'],
  'client/ui': ['data/words'],
  'client/api': ['data/schema', 'data/words', 'data/query', 'data/siting'],
  'client/state': ['data/schema', 'data/words', 'data/query', 'data/geodesy'],
  'client/map': ['data/schema', 'data/words', 'data/query', 'data/geodesy', 'data/cartography', 'client/ui', 'client/state'],
  'client/explorer': ['data/schema', 'data/words', 'data/query', 'data/cartography/picture.ts', 'client/features', 'client/ui', 'client/map', 'client/api', 'client/state'],
  'client/desk': ['data/schema', 'data/words', 'client/features/frame', 'client/features/map-pane', 'client/ui', 'client/map', 'client/api', 'client/state'],
  'client/sites': ['data/schema', 'data/words', 'data/query', 'data/siting', 'data/profiles', 'client/features/frame', 'client/features/map-pane', 'client/ui', 'client/map', 'client/api', 'client/state'],
  'client/features': ['data/schema', 'data/words', 'data/query', 'data/geodesy', 'data/cartography/picture.ts', 'client/ui', 'client/map', 'client/api', 'client/state'],
};
const PURE = '^(data/(schema|issues|geodesy|gazetteer|features|query|words|siting|profiles|consultation|expected|cartography)|server/(access|harmonise|compare|catalogue|measure|area|sites|pages)|client|tiles)/';
const TEST = '\\.test\\.tsx?$';
const room = (name) => `^${name}/`;
const target = (name) => (name.endsWith('.ts') ? `^${name}$` : `^${name}/`);

const arrows = Object.entries(ROOMS).map(([name, allowed]) => ({
  name: `arrow-${name.replace('/', '-')}`,
  severity: 'error',
  from: { path: room(name), pathNot: TEST },
  to: {
    path: '^(client|data|scripts|server|tests|tiles)/',
    pathNot: [room(name), ...allowed.map(target)].join('|'),
  },
}));

module.exports = {
  forbidden: [
    ...arrows,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'unresolved',
      severity: 'error',
      from: { pathNot: TEST },
      to: { couldNotResolve: true, pathNot: '^geojson$|\\?worker|\\.css$|\\?url|^virtual:' },
    },
    {
      name: 'pure-rooms-touch-nothing',
      comment: 'No disk, network, clock or process in a pure room; tiles may use threads and zlib, decoders zlib.',
      severity: 'error',
      from: { path: PURE, pathNot: TEST },
      to: {
        dependencyTypes: ['core'],
        pathNot: '^(node:)?(zlib|worker_threads|crypto|os|url|buffer)$',
      },
    },
    {
      name: 'only-the-store-opens-the-database',
      severity: 'error',
      from: {
        pathNot: `^server/store/|^server/(harmonise/decode|export)/geopackage|^scripts/|^tests/|${TEST}`,
      },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'only-the-api-speaks-http',
      severity: 'error',
      from: { path: '^(server|tiles|data|client)/', pathNot: `^server/api/|${TEST}` },
      to: { path: 'node_modules/express' },
    },
    {
      name: 'only-the-map-draws',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/map/' },
      to: { path: 'node_modules/(maplibre-gl|@deck\\.gl)' },
    },
    {
      name: 'features-are-blind-to-each-other',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/' },
      to: { path: '^client/features/([^/]+)/', pathNot: '^client/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data/samples)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'], extensions: ['.ts', '.tsx', '.mjs', '.js'], conditionNames: ['import', 'node', 'types', 'browser', 'default'] },
  },
};
