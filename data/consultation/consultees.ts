/** Somebody to consult who is no publisher of data here. */
export type Consultee = {
  readonly id: string;
  readonly name: string;
  readonly href?: string;
  /** The council of each district the area is in, in this role; `name` is the role. */
  readonly isCouncil?: true;
};

/** Consultees beside the publishers; a metropolitan district is its own planning, highway and flood authority. */
export const CONSULTEES: readonly Consultee[] = [
  { id: 'council-planning', name: 'planning', isCouncil: true },
  { id: 'council-conservation', name: 'conservation', isCouncil: true },
  { id: 'council-archaeology', name: 'archaeological advice', isCouncil: true },
  { id: 'council-flood', name: 'lead local flood authority', isCouncil: true },
  { id: 'council-health', name: 'environmental health', isCouncil: true },
  { id: 'council-trees', name: 'trees', isCouncil: true },
  { id: 'council-paths', name: 'rights of way', isCouncil: true },
  { id: 'gardens-trust', name: 'The Gardens Trust', href: 'https://thegardenstrust.org' },
  { id: 'pipeline-operator', name: 'The operator of the pipeline' },
  { id: 'aerodrome-operator', name: 'The operator of the aerodrome' },
];

/**
 * Who could supply data of a kind where nobody has, as ids of publishers: by feature type, else by theme. `council`
 * is that of the district. Source: who publishes such data in England, as `data/publishers` knows them.
 */
export const SUPPLIERS: Readonly<Record<string, readonly string[]>> = {
  'environment/flood-risk-zone': ['environment-agency'],
  'environment/surface-water-risk': ['environment-agency'],
  'environment/recorded-flood': ['environment-agency'],
  'environment/flood-defence': ['environment-agency'],
  'environment/flood-storage-area': ['environment-agency'],
  'environment/watercourse': ['environment-agency', 'ordnance-survey'],
  'environment/water-body': ['environment-agency', 'ordnance-survey'],
  'environment/monitoring-station': ['environment-agency'],
  'environment/ancient-woodland': ['natural-england'],
  environment: ['natural-england'],
  'planning/listed-building': ['historic-england'],
  'planning/scheduled-monument': ['historic-england'],
  'planning/park-and-garden': ['historic-england'],
  'planning/battlefield': ['historic-england'],
  'planning/world-heritage-site': ['historic-england'],
  'planning/heritage-at-risk': ['historic-england'],
  'planning/coal-risk-area': ['mining-remediation-authority'],
  'planning/major-hazard-site': ['health-and-safety-executive'],
  planning: ['council'],
  land: ['council'],
  'energy/hazard-consultation-zone': ['health-and-safety-executive'],
  'energy/gas-pipe': ['cadent', 'national-gas'],
  'energy/gas-site': ['cadent', 'national-gas'],
  'energy/oil-pipeline': ['health-and-safety-executive'],
  'energy/heat-network': ['council', 'gmca'],
  'energy/generation-site': ['desnz'],
  energy: ['electricity-north-west'],
  'water/source-protection-zone': ['environment-agency'],
  water: ['united-utilities'],
  'transport/rail-line': ['network-rail'],
  'transport/rail-station': ['network-rail'],
  'transport/tram-line': ['tfgm'],
  'transport/tram-stop': ['tfgm'],
  'transport/bus-route': ['tfgm'],
  'transport/access-node': ['department-for-transport'],
  'transport/road-link': ['ordnance-survey', 'council'],
  transport: ['council', 'tfgm'],
  digital: ['ofcom', 'openreach'],
  'waste/historic-landfill': ['environment-agency'],
  'waste/waste-facility': ['environment-agency', 'council'],
  waste: ['council'],
  'social/school': ['department-for-education'],
  'social/health-site': ['nhs-england'],
  'social/care-home': ['care-quality-commission'],
  social: ['council'],
  boundaries: ['ons'],
};
