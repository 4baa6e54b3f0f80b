import type { FeatureType } from '#data/schema/feature-type.ts';
import { codes, featureType, HECTARES, takenFrom } from './define.ts';

const EA = takenFrom('EA public register of waste permits');
const PDP = takenFrom('Planning data');
const OSM = takenFrom('OpenStreetMap');

/** Waste: where it goes, where it went, and where it may go. */
export const WASTE: readonly FeatureType[] = [
  featureType({
    id: 'waste/waste-facility',
    title: 'Waste facility',
    plural: 'Waste facilities',
    description: 'A permitted place that receives, sorts, treats, burns or buries waste.',
    shapes: 'PA',
    synonyms:
      'waste facilities | waste sites | permitted waste sites | recycling centres | hwrc | household waste recycling | landfill sites | tips | transfer stations | energy from waste | material recovery | scrap yards',
    equivalents: {
      osm: 'amenity=recycling[recycling_type=centre]|amenity=waste_transfer_station',
      inspire: 'us-emf:WasteManagement',
      overture: 'waste_management/*',
    },
    minZoom: 8,
    rankBy: 'annual-limit-t',
    labelBy: 'kind',
    attributes: [
      EA.code(
        'kind',
        'Kind',
        'facility type | site type | site category | permit type | activity | waste type | facility category | type',
        {
          codes: codes({
            'household-recycling':
              'Household recycling centre | hwrc | household waste recycling centre | civic amenity site | recycling centre | tip',
            transfer:
              'Transfer station | waste transfer station | transfer | A11 | … transfer station | … waste t stn',
            mrf: 'Materials recovery | mrf | material recovery facility | materials recycling facility | A15',
            'energy-from-waste': 'Energy from waste | efw | incinerator | incineration',
            landfill: 'Landfill | landfill site | A1 | A5 | inert landfill',
            'anaerobic-digestion': 'Anaerobic digestion | ad',
            composting: 'Composting | composting facility | A22',
            treatment:
              'Treatment | physical treatment | biological treatment | chemical treatment | A16',
            scrap:
              'Scrap or vehicle dismantling | scrap | metal recycling | vehicle depollution | elv | A19 | A20',
            other: 'Other',
          }),
          inTiles: true,
        },
      ),
      EA.text(
        'permit-ref',
        'Permit',
        'permit | permit number | permit reference | epr reference | licence number | licence no | wml number | permit_ref',
      ),
      EA.decimal(
        'annual-limit-t',
        'Yearly limit',
        'annual limit | annual tonnage | permitted tonnage | max annual tonnage | tonnage | annual throughput | capacity',
        { unit: 't/year', convertible: { kt: 1000 }, min: 0, inTiles: true },
      ),
      EA.list(
        'inputs',
        'Takes',
        'waste accepted | materials accepted | inputs | waste types | materials',
      ),
      OSM.text('opening-hours', 'Open', 'opening hours | opening_hours | opening times'),
    ],
  }),
  featureType({
    id: 'waste/historic-landfill',
    title: 'Historic landfill',
    plural: 'Historic landfill sites',
    description: 'A closed landfill recorded by the Environment Agency or a council.',
    shapes: 'PA',
    synonyms:
      'historic landfill | closed landfill | former landfill | old landfill | historic_landfill_sites',
    minZoom: 9,
    attributes: [
      EA.date(
        'first-input',
        'First waste',
        'first input | firstinput | first_input | first input date | date first waste',
      ),
      EA.date(
        'last-input',
        'Last waste',
        'last input | lastinput | last_input | last input date | date last waste',
      ),
      EA.list('waste-types', 'Took', 'waste types | waste type | wastetype | waste received', {
        codes: codes({
          inert: 'Inert',
          industrial: 'Industrial',
          commercial: 'Commercial',
          household: 'Household | domestic',
          special: 'Special | hazardous',
          'liquid-sludge': 'Liquid or sludge | liquid sludge',
        }),
      }),
      EA.text('licence-holder', 'Licence holder', 'lic holder | licence holder | licence_holder'),
      EA.text('gas-control', 'Gas control', 'gas control | gascontrol | landfill gas'),
    ],
  }),
  featureType({
    id: 'waste/waste-plan-allocation',
    title: 'Waste plan allocation',
    plural: 'Waste and minerals plan allocations',
    description: 'Land a waste or minerals plan sets aside.',
    shapes: 'PA',
    synonyms:
      'waste plan | waste allocations | minerals plan | waste local plan | joint waste plan | minerals and waste plan',
    equivalents: { planningData: 'minerals-and-waste-site' },
    minZoom: 9,
    attributes: [
      PDP.text('plan', 'Plan', 'plan name | development plan | local plan'),
      PDP.text('policy', 'Policy', 'policy reference | policy ref | policy number'),
      PDP.list('uses', 'For', 'allocated use | proposed use | use | suitable uses'),
      PDP.decimal('area-ha', 'Area', 'area | hectares | area (ha) | site area | size', HECTARES),
    ],
  }),
  featureType({
    id: 'waste/recycling-point',
    title: 'Recycling point or bin',
    plural: 'Recycling points and bins',
    description: 'A bring site, litter bin or dog waste bin.',
    shapes: 'P',
    synonyms:
      'recycling points | bring sites | litter bins | bring banks | bottle banks | dog bins | public bins | recycling banks',
    equivalents: { osm: 'amenity=recycling|waste_basket', overture: 'waste_management/recycling' },
    minZoom: 13,
    attributes: [
      OSM.code('kind', 'Kind', 'bin type | site type | container type | type', {
        codes: codes({
          'bring-site':
            'Recycling point | bring site | bring bank | recycling | bottle bank | textile bank | clothes bank | glass bank | paper bank | recycling bank | recycling site',
          'litter-bin': 'Litter bin | litter | waste_basket',
          'dog-bin': 'Dog waste bin | dog waste | dog bin | dog',
        }),
        inTiles: true,
      }),
      OSM.list(
        'materials',
        'Takes',
        'materials accepted | materials | recycling types | waste streams',
      ),
      OSM.decimal('capacity-l', 'Capacity', 'capacity | bin size | litres', { unit: 'l', min: 0 }),
    ],
  }),
];
