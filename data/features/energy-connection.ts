import type { FeatureType } from '#data/schema/feature-type.ts';
import { TECHNOLOGY } from './codes.ts';
import { codes, featureType, KILOVOLTS, MEGAWATT_HOURS, MEGAWATTS, takenFrom } from './define.ts';

const ECR = takenFrom('Embedded Capacity Register');
const ETYS = takenFrom('NESO Electricity Ten Year Statement');

/** Connections to the network and the limits between its parts. */
export const ENERGY_CONNECTION: readonly FeatureType[] = [
  featureType({
    id: 'energy/capacity-register-entry',
    title: 'Connection register entry',
    plural: 'Connection register entries',
    description:
      'A connected or accepted generation or storage scheme, from an operator’s capacity register or connection queue.',
    shapes: 'P',
    synonyms:
      'embedded capacity register | ecr | connection queue | connections register | tec register | gsp connection queue | transmission entry capacity | accepted to connect',
    minZoom: 8,
    rankBy: 'export-mw',
    labelBy: 'technology',
    attributes: [
      ECR.text(
        'name',
        'Site',
        'customer site | customer_site | project name | customer site name | site name | name',
        { inTiles: true },
      ),
      ECR.code(
        'technology',
        'Technology',
        'energy_source_1 | energy source 1 | energy_conversion_technology_1 | energy conversion technology 1 | plant type | technology type | energy source | primary energy source',
        { codes: TECHNOLOGY, inTiles: true },
      ),
      ECR.decimal(
        'export-mw',
        'Maximum export',
        'maximum_export_capacity_mw | maximum export capacity (mw) | max export | export capacity | mw connected | cumulative total capacity (mw) | maximum export capacity',
        { ...MEGAWATTS, inTiles: true },
      ),
      ECR.decimal(
        'registered-mw',
        'Registered capacity',
        'energy source & energy conversion technology 1 - registered capacity (mw) | already connected registered capacity (mw) | accepted to connect registered capacity (mw) | registered capacity | energy_source_energy_conversion_technology_1_registered_capacity_mw | already_connected_registered_capacity_mw',
        MEGAWATTS,
      ),
      ECR.decimal(
        'import-mw',
        'Maximum import',
        'maximum_import_capacity_mw | maximum import capacity (mw) | max import | import capacity',
        MEGAWATTS,
      ),
      ECR.decimal(
        'storage-mwh',
        'Storage',
        'storage_capacity_1_mwh | storage capacity 1 (mwh) | storage capacity',
        MEGAWATT_HOURS,
      ),
      ECR.code(
        'connection-status',
        'Connection',
        'connection status | connection_status | connected or accepted | project status',
        {
          codes: codes({
            connected: 'Connected | built | energised',
            'accepted-to-connect':
              'Accepted to connect | accepted | contracted | scoping | awaiting consents | consents approved | under construction/commissioning',
          }),
          inTiles: true,
        },
      ),
      ECR.decimal(
        'connection-voltage-kv',
        'Connection voltage',
        'point_of_connection_poc_voltage_kv | point of connection voltage | poc voltage | connection voltage',
        KILOVOLTS,
      ),
      ECR.text(
        'gsp',
        'Grid supply point',
        'grid_supply_point | grid supply point | gsp name | connection site',
      ),
      ECR.text('bsp', 'Bulk supply point', 'bulk_supply_point | bulk supply point | bsp name'),
      ECR.text('primary', 'Primary substation', 'primary substation | primary name'),
      ECR.date('date-accepted', 'Accepted', 'date accepted | date_accepted | offer accepted'),
      ECR.date(
        'date-connected',
        'Connected',
        'date connected | date_connected | mw effective from | connection date',
      ),
      ECR.flag(
        'flexible-connection',
        'Flexible connection',
        'flexible_connection_yes_no | flexible connection (yes/no)',
      ),
    ],
  }),
  featureType({
    id: 'energy/transmission-boundary',
    title: 'Transmission boundary',
    plural: 'Transmission boundaries',
    description: 'A line across which the transmission grid can carry only so much power.',
    shapes: 'LA',
    synonyms: 'etys boundary | etys boundaries | system boundaries | etys',
    minZoom: 5,
    attributes: [
      ETYS.text(
        'boundary-ref',
        'Boundary',
        'boundary name | boundary_n | boundary id | boundary code',
        { inTiles: true },
      ),
      ETYS.decimal('capability-mw', 'Capability', 'boundary capability | transfer capability', {
        ...MEGAWATTS,
        min: 0,
        inTiles: true,
      }),
    ],
  }),
];
