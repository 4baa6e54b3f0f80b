import type { Consultation, ConsultationRule } from './rule.ts';
import {
  AIR,
  ALLOTMENTS,
  COMMUNITY_POLICY,
  CONTAMINATED,
  DMPO,
  ENVIRONMENT_ADVICE,
  GREEN_BELT_POLICY,
  HABITATS,
  MINERALS_POLICY,
  NATURE_POLICY,
  TREES,
  WILDLIFE_ACT,
} from './sources.ts';

const natural = (why: string, source = DMPO): Consultation => ({
  consultee: 'natural-england',
  duty: 'statutory',
  why,
  source,
});

const council = (office: string, why: string, source: Consultation['source']): Consultation => ({
  consultee: `council-${office}`,
  duty: 'advised',
  why,
  source,
});

const habitats = (type: ConsultationRule['type']): ConsultationRule => ({
  id: type.slice(type.indexOf('/') + 1),
  type,
  group: 'stop',
  why: 'Permission follows only when it is certain that the site’s integrity is not harmed.',
  source: HABITATS,
  ask: [
    natural('Anything likely to affect it, alone or with others, also from outside.', HABITATS),
  ],
});

const openLand = (type: ConsultationRule['type'], why: string): ConsultationRule => ({
  id: type.slice(type.indexOf('/') + 1),
  type,
  group: 'stop',
  why,
  source: type === 'planning/local-green-space' ? COMMUNITY_POLICY : GREEN_BELT_POLICY,
  ask: [],
});

/** Land and nature: what is kept open, what lives there, what the ground and the air hold. */
export const LAND_AND_NATURE: readonly ConsultationRule[] = [
  openLand(
    'planning/green-belt',
    'Most new building is inappropriate and needs very special circumstances; grey belt and some kinds are excepted.',
  ),
  openLand('planning/metropolitan-open-land', 'It is treated as Green Belt is.'),
  openLand('planning/local-green-space', 'Decisions on it follow those on Green Belt.'),
  {
    id: 'sssi',
    type: 'environment/sssi',
    group: 'stop',
    why: 'Development likely to harm it is not normally permitted.',
    source: WILDLIFE_ACT,
    ask: [natural('Development in or likely to affect it.')],
  },
  habitats('environment/special-area-of-conservation'),
  habitats('environment/special-protection-area'),
  habitats('environment/ramsar'),
  {
    id: 'ancient-woodland',
    type: 'environment/ancient-woodland',
    group: 'stop',
    why: 'Irreplaceable: its loss or harm is refused unless for wholly exceptional reasons.',
    source: NATURE_POLICY,
    ask: [
      natural('Anything that affects ancient woodland.', ENVIRONMENT_ADVICE),
      {
        consultee: 'forestry-commission',
        duty: 'advised',
        why: 'Development within 500 metres of ancient semi-natural woodland; distance to be confirmed.',
        source: DMPO,
      },
    ],
  },
  {
    id: 'nature-reserve',
    type: 'environment/nature-reserve',
    group: 'consult',
    why: 'Sites of local value for wildlife are safeguarded by the plan.',
    source: NATURE_POLICY,
    ask: [council('planning', 'Anything on or beside the reserve.', NATURE_POLICY)],
  },
  {
    id: 'best-farmland',
    type: 'environment/agricultural-land',
    when: { attribute: 'grade', among: ['1', '2', '3', '3a'] },
    group: 'consult',
    title: 'Agricultural land, grade {grade}',
    why: 'The best and most versatile land (1, 2, 3a) is kept where poorer land will do; grade 3 is not split here.',
    source: NATURE_POLICY,
    ask: [natural('Loss of 20 hectares or more of grades 1, 2 and 3a, other than to the plan.')],
  },
  {
    id: 'farmland',
    type: 'environment/agricultural-land',
    group: 'note',
    title: 'Agricultural land, grade {grade}',
    ask: [],
  },
  {
    id: 'peat',
    type: 'environment/peat',
    group: 'consult',
    why: 'Peat holds carbon and carries little: building on deep peat is resisted.',
    source: NATURE_POLICY,
    ask: [natural('Development that would take or drain deep peat.', ENVIRONMENT_ADVICE)],
  },
  {
    id: 'tree-preservation',
    type: 'planning/tree-preservation-zone',
    group: 'consult',
    why: 'Cutting or harming a protected tree needs consent.',
    source: TREES,
    ask: [council('trees', 'Works near a protected tree, its roots too.', TREES)],
  },
  {
    id: 'air-quality',
    type: 'planning/air-quality-management-area',
    group: 'consult',
    why: 'Air is worse than it should be: an air quality assessment is likely to be asked for.',
    source: AIR,
    ask: [council('health', 'Development that adds traffic or brings people to live there.', AIR)],
  },
  {
    id: 'contaminated-land',
    type: 'land/contaminated-land',
    group: 'consult',
    why: 'Determined as contaminated: remediation comes first.',
    source: CONTAMINATED,
    ask: [council('health', 'Anything that breaks the ground.', CONTAMINATED)],
  },
  {
    id: 'historic-landfill',
    type: 'waste/historic-landfill',
    group: 'consult',
    why: 'Old tips give off gas and settle.',
    source: NATURE_POLICY,
    ask: [
      {
        consultee: 'environment-agency',
        duty: 'statutory',
        why: 'Development on or within 250 metres of land used for waste in the last 30 years; to be confirmed.',
        source: DMPO,
        reachM: 250,
      },
      council('health', 'Ground gas on and near an old tip.', NATURE_POLICY),
    ],
  },
  {
    id: 'mineral-safeguarding',
    type: 'planning/mineral-safeguarding-area',
    group: 'consult',
    why: 'Minerals are not to be sterilised by building: prior extraction is looked at.',
    source: MINERALS_POLICY,
    ask: [council('planning', 'Other development than minerals.', MINERALS_POLICY)],
  },
  {
    id: 'allotment',
    type: 'social/allotment',
    group: 'consult',
    why: 'Statutory allotments are not disposed of without the Secretary of State’s consent.',
    source: ALLOTMENTS,
    ask: [council('planning', 'Loss of any part.', ALLOTMENTS)],
  },
  {
    id: 'sports-pitch',
    type: 'social/sports-pitch',
    group: 'consult',
    why: 'Playing fields are kept unless surplus, replaced or bettered.',
    source: COMMUNITY_POLICY,
    ask: [
      {
        consultee: 'sport-england',
        duty: 'statutory',
        why: 'Development likely to prejudice the use of a playing field, or leading to its loss.',
        source: DMPO,
      },
    ],
  },
  {
    id: 'open-space',
    type: 'social/open-space',
    group: 'consult',
    why: 'Open space is kept unless surplus, replaced or bettered.',
    source: COMMUNITY_POLICY,
    ask: [council('planning', 'Loss of any part.', COMMUNITY_POLICY)],
  },
];
