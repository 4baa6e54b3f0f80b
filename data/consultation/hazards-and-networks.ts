import type { Consultation, ConsultationRule } from './rule.ts';
import {
  AERODROMES,
  COAL_ADVICE,
  DIGGING,
  DMPO,
  HSE_ADVICE,
  OVERHEAD,
  PATHS,
  RAILWAY_LAND,
} from './sources.ts';

const hse = (why: string): Consultation => ({
  consultee: 'health-and-safety-executive',
  duty: 'statutory',
  why,
  source: HSE_ADVICE,
});

const operator = (
  consultee: string,
  why: string,
  source: Consultation['source'] = DIGGING,
): Consultation => ({ consultee, duty: 'advised', why, source });

const coal = (why: string, reachM?: number): Consultation => ({
  consultee: 'mining-remediation-authority',
  duty: 'statutory',
  why,
  source: COAL_ADVICE,
  ...(reachM === undefined ? {} : { reachM }),
});

const railway = (type: ConsultationRule['type']): ConsultationRule => ({
  id: type.slice(type.indexOf('/') + 1),
  type,
  group: 'consult',
  why: 'Works beside the railway must not endanger it.',
  source: RAILWAY_LAND,
  ask: [
    {
      consultee: 'network-rail',
      duty: 'statutory',
      why: 'Applications within 10 metres of relevant railway land are notified to its operator; land reaches further than the track.',
      source: RAILWAY_LAND,
      reachM: 10,
    },
  ],
});

const underLine = 'Building under or beside the line: clearances, wayleaves, works.';
const digNear = 'Digging near it: ask for its plans first.';

/** Hazards and networks: what may blow up, fall in or be cut through. */
export const HAZARDS_AND_NETWORKS: readonly ConsultationRule[] = [
  {
    id: 'transmission-line',
    type: 'energy/power-line',
    when: { attribute: 'voltage-kv', among: ['400', '275'] },
    group: 'consult',
    title: 'Transmission line, {voltage-kv} kV',
    why: 'Clearances are kept under and beside transmission lines.',
    source: OVERHEAD,
    ask: [operator('national-grid', underLine, OVERHEAD)],
  },
  {
    id: 'overhead-line',
    type: 'energy/power-line',
    when: { attribute: 'construction', among: ['overhead'] },
    group: 'consult',
    title: 'Overhead line, {voltage-kv} kV',
    why: 'Clearances are kept under and beside overhead lines, or the line is moved.',
    source: OVERHEAD,
    ask: [operator('electricity-north-west', underLine, OVERHEAD)],
  },
  {
    id: 'underground-cable',
    type: 'energy/power-line',
    when: { attribute: 'construction', among: ['underground'] },
    group: 'note',
    title: 'Underground cable, {voltage-kv} kV',
    ask: [operator('electricity-north-west', digNear)],
  },
  {
    id: 'gas-high',
    type: 'energy/gas-pipe',
    when: { attribute: 'pressure-tier', among: ['high', 'national-transmission'] },
    group: 'consult',
    title: 'High-pressure gas pipes',
    why: 'A major accident hazard pipeline has consultation zones beside it that no open data gives.',
    source: HSE_ADVICE,
    ask: [
      hse('Homes, schools, hospitals and other places where people gather, within its zones.'),
      operator('cadent', digNear),
    ],
  },
  { id: 'gas', type: 'energy/gas-pipe', group: 'note', ask: [operator('cadent', digNear)] },
  {
    id: 'oil-pipeline',
    type: 'energy/oil-pipeline',
    group: 'consult',
    why: 'A pipeline may have consultation zones beside it.',
    source: HSE_ADVICE,
    ask: [
      hse('Homes, schools, hospitals and other places where people gather, within its zones.'),
      operator('pipeline-operator', digNear),
    ],
  },
  {
    id: 'hazard-zone',
    type: 'energy/hazard-consultation-zone',
    group: 'consult',
    title: 'Hazard consultation zone, {consultation-zone}',
    why: 'The inner the zone, the fewer uses are advised there; against homes in the inner zone advice is firm.',
    source: HSE_ADVICE,
    ask: [hse('Homes, schools, hospitals and other places where people gather, within the zone.')],
  },
  {
    id: 'major-hazard-site',
    type: 'planning/major-hazard-site',
    group: 'consult',
    why: 'Dangerous substances are kept here; its zones reach beyond it.',
    source: HSE_ADVICE,
    ask: [hse('Development near it, within zones the council holds.')],
  },
  {
    id: 'mine-entry',
    type: 'planning/coal-risk-area',
    when: { attribute: 'risk', among: ['mine-entry'] },
    group: 'consult',
    title: 'Mine entries',
    why: 'Building over or within influence of a mine entry is to be avoided.',
    source: COAL_ADVICE,
    ask: [coal('Anything within 20 metres of a mine entry; distance to be confirmed.', 20)],
  },
  {
    id: 'coal-high',
    type: 'planning/coal-risk-area',
    when: { attribute: 'risk', among: ['high', 'shallow-workings'] },
    group: 'consult',
    title: 'Coal mining: development high risk area',
    why: 'A coal mining risk assessment comes with the application.',
    source: COAL_ADVICE,
    ask: [coal('Most applications in the high risk area.')],
  },
  railway('transport/rail-line'),
  railway('transport/rail-station'),
  {
    id: 'motorway',
    type: 'transport/road-link',
    when: { attribute: 'road-class', among: ['motorway'] },
    group: 'consult',
    title: 'Motorways',
    why: 'The strategic road network is kept safe and moving.',
    ask: [
      {
        consultee: 'national-highways',
        duty: 'statutory',
        why: 'Development likely to affect a trunk road or motorway.',
        source: DMPO,
      },
    ],
  },
  {
    id: 'right-of-way',
    type: 'transport/public-right-of-way',
    group: 'consult',
    why: 'A public path stays open until it is lawfully stopped up or diverted.',
    source: PATHS,
    ask: [
      {
        consultee: 'council-paths',
        duty: 'advised',
        why: 'Anything on or across the path.',
        source: PATHS,
      },
    ],
  },
  {
    id: 'transport-safeguarding',
    type: 'transport/transport-safeguarding',
    group: 'consult',
    why: 'Land is kept free for a scheme by direction.',
    source: DMPO,
    ask: [
      {
        consultee: 'department-for-transport',
        duty: 'statutory',
        why: 'Development within the safeguarded limits, as the direction says.',
        source: DMPO,
      },
    ],
  },
  {
    id: 'aerodrome',
    type: 'planning/aerodrome-safeguarding',
    group: 'consult',
    why: 'Heights, lights and what draws birds are limited near an aerodrome.',
    source: AERODROMES,
    ask: [
      {
        consultee: 'aerodrome-operator',
        duty: 'statutory',
        why: 'Buildings over the height its map gives, and uses that draw birds.',
        source: AERODROMES,
      },
    ],
  },
];
