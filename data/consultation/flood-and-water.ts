import type { Consultation, ConsultationRule } from './rule.ts';
import {
  DIGGING,
  DMPO,
  DRAINAGE_ACT,
  ENVIRONMENT_ADVICE,
  FLOOD_ADVICE,
  FLOOD_POLICY,
} from './sources.ts';

const floodAsk = (why: string, reachM?: number): Consultation => ({
  consultee: 'environment-agency',
  duty: 'statutory',
  why,
  source: FLOOD_ADVICE,
  ...(reachM === undefined ? {} : { reachM }),
});

const surfaceAsk: Consultation = {
  consultee: 'council-flood',
  duty: 'statutory',
  why: 'Major development with surface water drainage.',
  source: DMPO,
};

const digAsk: Consultation = {
  consultee: 'united-utilities',
  duty: 'advised',
  why: 'Building over or beside its pipes needs its agreement, and digging its plans.',
  source: DIGGING,
};

/** Water: where it floods, where it runs and in whose pipes. */
export const FLOOD_AND_WATER: readonly ConsultationRule[] = [
  {
    id: 'flood-zone-3b',
    type: 'environment/flood-risk-zone',
    when: { attribute: 'flood-risk-level', among: ['3b'] },
    group: 'stop',
    title: 'Flood zone 3b',
    why: 'Functional floodplain: only water-compatible uses and essential infrastructure are for it.',
    source: FLOOD_POLICY,
    ask: [
      floodAsk('Development in flood zone 3, but minor development its standing advice covers.'),
    ],
  },
  {
    id: 'flood-zone-3',
    type: 'environment/flood-risk-zone',
    when: { attribute: 'flood-risk-level', among: ['3'] },
    group: 'stop',
    title: 'Flood zone 3',
    why: 'High probability of flooding: homes need the sequential and the exception test, and most sites fail them.',
    source: FLOOD_POLICY,
    ask: [
      floodAsk('Development in flood zone 3, but minor development its standing advice covers.'),
    ],
  },
  {
    id: 'flood-zone-2',
    type: 'environment/flood-risk-zone',
    when: { attribute: 'flood-risk-level', among: ['2'] },
    group: 'consult',
    title: 'Flood zone 2',
    why: 'Medium probability of flooding: a flood risk assessment and the sequential test are needed.',
    source: FLOOD_POLICY,
    ask: [
      floodAsk('Development in flood zone 2, but minor development its standing advice covers.'),
    ],
  },
  {
    id: 'surface-water-likely',
    type: 'environment/surface-water-risk',
    when: { attribute: 'likelihood', among: ['high', 'medium'] },
    group: 'consult',
    title: 'Surface water flooding, {likelihood} likelihood',
    why: 'All sources of flooding count in the sequential test.',
    source: FLOOD_POLICY,
    ask: [surfaceAsk],
  },
  {
    id: 'flood-defence',
    type: 'environment/flood-defence',
    group: 'consult',
    why: 'Works on or near a defence may need a flood risk activity permit.',
    source: FLOOD_ADVICE,
    ask: [floodAsk('Development within 20 metres of a flood defence.', 20)],
  },
  {
    id: 'flood-storage',
    type: 'environment/flood-storage-area',
    when: { attribute: 'kind', among: ['storage'] },
    group: 'stop',
    title: 'Flood storage areas',
    why: 'Land that holds flood water is kept free for it.',
    source: FLOOD_POLICY,
    ask: [floodAsk('Development in a flood storage area.')],
  },
  {
    id: 'main-river',
    type: 'environment/watercourse',
    when: { attribute: 'main-river', among: ['true'] },
    group: 'consult',
    title: 'Main rivers',
    why: 'Works in or beside a main river may need a flood risk activity permit.',
    source: FLOOD_ADVICE,
    ask: [floodAsk('Development within 20 metres of a main river.', 20)],
  },
  {
    id: 'canal',
    type: 'environment/watercourse',
    when: { attribute: 'form', among: ['canal'] },
    group: 'consult',
    title: 'Canals',
    why: 'Towpaths, structures and water of a canal bear on what stands beside it.',
    ask: [
      {
        consultee: 'canal-river-trust',
        duty: 'statutory',
        why: 'Development likely to affect an inland waterway it runs, or near one; not every canal here is its.',
        source: DMPO,
      },
    ],
  },
  {
    id: 'watercourse',
    type: 'environment/watercourse',
    group: 'note',
    why: 'Works in a watercourse that is no main river need the consent of the lead local flood authority.',
    source: DRAINAGE_ACT,
    ask: [],
  },
  {
    id: 'source-protection-1',
    type: 'water/source-protection-zone',
    when: { attribute: 'protection-zone', among: ['1'] },
    group: 'consult',
    title: 'Source protection zone 1',
    why: 'Drinking water is drawn nearby: what may pollute the ground is kept out.',
    source: ENVIRONMENT_ADVICE,
    ask: [
      {
        consultee: 'environment-agency',
        duty: 'advised',
        why: 'Potentially contaminating development.',
        source: ENVIRONMENT_ADVICE,
      },
    ],
  },
  {
    id: 'trunk-main',
    type: 'water/water-main',
    when: { attribute: 'purpose', among: ['trunk'] },
    group: 'consult',
    title: 'Trunk water mains',
    why: 'A strip beside a trunk main is kept clear of buildings and trees.',
    ask: [digAsk],
  },
  { id: 'water-main', type: 'water/water-main', group: 'note', ask: [digAsk] },
  { id: 'sewer', type: 'water/sewer', group: 'note', ask: [digAsk] },
];
