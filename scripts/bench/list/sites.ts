import { seededRandom } from '../seeded.ts';

/** A made-up site of the list bench; OSGB36. */
export type Site = {
  readonly reference: string;
  readonly name: string;
  readonly easting: number;
  readonly northing: number;
  readonly areaHa: number;
  /** Absent for one in five: not stated. */
  readonly dwellings?: number;
  readonly status: 'permissioned' | 'not permissioned';
  readonly ownership: string;
  readonly added: string;
};

const STREETS = ['Mill', 'Station', 'Canal', 'Church', 'Foundry', 'Bridge', 'Market', 'Tanyard'];
const KINDS = ['Works', 'Yard', 'Depot', 'House', 'Wharf', 'Garage'];
const OWNERS = [
  'owned by a public authority',
  'not owned by a public authority',
  'mixed ownership',
];

/** Sites spread over Greater Manchester, crowded in its middle; the same for the same number. */
export function madeUpSites(count: number): Site[] {
  const random = seededRandom(8);
  const oneOf = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const reach = 22_000 * random() ** 0.7;
    const angle = 2 * Math.PI * random();
    const areaHa = Number((0.05 * 400 ** random()).toFixed(2));
    return {
      reference: `S${String(index).padStart(6, '0')}`,
      name: `${oneOf(STREETS)} Street ${oneOf(KINDS)} ${Math.floor(random() * 50_000)}`,
      easting: Math.round(384_000 + reach * Math.cos(angle)),
      northing: Math.round(398_000 + reach * Math.sin(angle)),
      areaHa,
      ...(random() < 0.8 ? { dwellings: Math.ceil(areaHa * (20 + 60 * random())) } : {}),
      status: random() < 0.4 ? ('permissioned' as const) : ('not permissioned' as const),
      ownership: oneOf(OWNERS),
      added: `20${String(10 + Math.floor(random() * 15))}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
    };
  });
}

/** The sites as a council’s register. */
export function csvOf(sites: readonly Site[]): string {
  const lines = sites.map((site) =>
    [
      ...[site.reference, site.name, site.easting, site.northing, site.areaHa],
      ...[site.dwellings ?? '', site.status, site.ownership, site.added],
    ].join(),
  );
  const head =
    'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares,NetDwellingsRangeTo,PlanningStatus,OwnershipStatus,FirstAddedDate';
  return `${[head, ...lines].join('\n')}\n`;
}
