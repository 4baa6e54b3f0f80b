import type { FeatureTypeId } from '#data/schema/feature-type.ts';

/** Something people come to the map to find out, and the kinds of things they look at together for it. */
export type Task = {
  readonly id: string;
  readonly title: string;
  /** Most telling first: the order they lie in on the map. */
  readonly types: readonly FeatureTypeId[];
};

/**
 * What planners and investors do most, in their words.
 *
 * Source: the planner's and the investor's questions ODIN is built to answer (docs/architecture.md names them);
 * the constraints are those of national planning policy's footnotes on protected areas and assets.
 */
export const TASKS: readonly Task[] = [
  {
    id: 'constraints',
    title: 'What constrains this land',
    types: [
      'planning/listed-building',
      'planning/scheduled-monument',
      'planning/conservation-area',
      'planning/green-belt',
      'environment/flood-risk-zone',
      'environment/surface-water-risk',
      'environment/sssi',
      'environment/ancient-woodland',
      'planning/tree-preservation-zone',
      'planning/air-quality-management-area',
      'planning/coal-risk-area',
      'energy/hazard-consultation-zone',
      'environment/watercourse',
    ],
  },
  {
    id: 'power',
    title: 'Power for a site',
    types: [
      'energy/substation',
      'energy/capacity-register-entry',
      'energy/power-line',
      'energy/generation-site',
      'energy/supply-area',
      'energy/flexibility-zone',
      'energy/ev-charge-point',
      'energy/gas-pipe',
    ],
  },
  {
    id: 'water',
    title: 'Water and drainage for a site',
    types: [
      'water/water-main',
      'water/sewer',
      'water/pumping-station',
      'water/treatment-works',
      'water/storm-overflow',
      'water/outfall',
      'water/suds-feature',
      'water/culvert',
      'environment/flood-risk-zone',
      'environment/watercourse',
    ],
  },
  {
    id: 'land',
    title: 'Land to build on',
    types: [
      'land/brownfield-site',
      'land/investment-site',
      'land/housing-land-site',
      'land/plan-allocation',
      'land/employment-allocation',
      'land/public-land',
      'land/vacant-building',
      'land/planning-application',
      'land/opportunity-area',
    ],
  },
  {
    id: 'street',
    title: 'Works on the same street',
    types: [
      'transport/street-works',
      'land/infrastructure-project',
      'transport/transport-scheme',
      'energy/power-line',
      'energy/gas-pipe',
      'water/water-main',
      'water/sewer',
      'digital/fibre-route',
      'transport/road-link',
    ],
  },
  {
    id: 'access',
    title: 'Getting there without a car',
    types: [
      'transport/tram-stop',
      'transport/tram-line',
      'transport/rail-station',
      'transport/rail-line',
      'transport/interchange',
      'transport/access-node',
      'transport/bus-route',
      'transport/cycle-route',
      'transport/public-right-of-way',
    ],
  },
  {
    id: 'services',
    title: 'Services for new homes',
    types: [
      'social/school',
      'social/health-site',
      'social/childcare',
      'social/open-space',
      'social/play-area',
      'social/library',
      'social/community-centre',
      'social/leisure-centre',
      'social/emergency-station',
    ],
  },
  {
    id: 'digital',
    title: 'Digital connections',
    types: [
      'digital/exchange',
      'digital/fibre-route',
      'digital/mast',
      'digital/small-cell-asset',
      'digital/coverage-area',
      'digital/data-centre',
      'digital/public-wifi',
    ],
  },
  {
    id: 'heat',
    title: 'Heat and waste heat',
    types: [
      'energy/energy-centre',
      'energy/heat-network',
      'energy/heat-pipe',
      'energy/generation-site',
      'waste/waste-facility',
      'digital/data-centre',
      'water/treatment-works',
    ],
  },
];
