import type { Consultation, ConsultationRule } from './rule.ts';
import { DMPO, HERITAGE_POLICY, HISTORIC_GUIDANCE, LISTED_ACT, MONUMENTS_ACT } from './sources.ts';

const historicEngland = (why: string): Consultation => ({
  consultee: 'historic-england',
  duty: 'statutory',
  why,
  source: DMPO,
});

const conservation: Consultation = {
  consultee: 'council-conservation',
  duty: 'advised',
  why: 'Anything that touches its fabric, character or setting.',
  source: HISTORIC_GUIDANCE,
};

const gardensTrust: Consultation = {
  consultee: 'gardens-trust',
  duty: 'statutory',
  why: 'Development likely to affect a registered park or garden, of any grade.',
  source: DMPO,
};

/** Heritage: what is designated, and who looks after it. */
export const HERITAGE: readonly ConsultationRule[] = [
  {
    id: 'scheduled-monument',
    type: 'planning/scheduled-monument',
    group: 'stop',
    why: 'Works to a scheduled monument need the Secretary of State’s consent, besides permission.',
    source: MONUMENTS_ACT,
    ask: [historicEngland('Development likely to affect the site of a scheduled monument.')],
  },
  {
    id: 'listed-building-high',
    type: 'planning/listed-building',
    when: { attribute: 'grade', among: ['i', 'ii-star'] },
    group: 'consult',
    title: 'Listed buildings, grade I and II*',
    why: 'Special regard is had to keeping the building and its setting; altering it needs consent.',
    source: LISTED_ACT,
    ask: [
      historicEngland('Development that affects a grade I or II* listed building or its setting.'),
      conservation,
    ],
  },
  {
    id: 'listed-building',
    type: 'planning/listed-building',
    group: 'consult',
    why: 'Special regard is had to keeping the building and its setting; altering it needs consent.',
    source: LISTED_ACT,
    ask: [conservation],
  },
  {
    id: 'building-preservation-notice',
    type: 'planning/building-preservation-notice',
    group: 'consult',
    why: 'While a notice stands the building is treated as listed.',
    source: LISTED_ACT,
    ask: [conservation],
  },
  {
    id: 'conservation-area',
    type: 'planning/conservation-area',
    group: 'consult',
    why: 'Its character is kept or bettered; demolition needs permission and trees are protected.',
    source: LISTED_ACT,
    ask: [
      conservation,
      historicEngland(
        'Larger or taller development in a conservation area: see the order’s thresholds.',
      ),
    ],
  },
  {
    id: 'park-and-garden-high',
    type: 'planning/park-and-garden',
    when: { attribute: 'grade', among: ['i', 'ii-star'] },
    group: 'consult',
    title: 'Registered parks and gardens, grade I and II*',
    why: 'Great weight is given to keeping it and its setting.',
    source: HERITAGE_POLICY,
    ask: [gardensTrust, historicEngland('Development likely to affect one of grade I or II*.')],
  },
  {
    id: 'park-and-garden',
    type: 'planning/park-and-garden',
    group: 'consult',
    why: 'Great weight is given to keeping it and its setting.',
    source: HERITAGE_POLICY,
    ask: [gardensTrust],
  },
  {
    id: 'battlefield',
    type: 'planning/battlefield',
    group: 'consult',
    why: 'Great weight is given to keeping it and its setting.',
    source: HERITAGE_POLICY,
    ask: [historicEngland('Development likely to affect a registered battlefield.')],
  },
  {
    id: 'world-heritage-site',
    type: 'planning/world-heritage-site',
    group: 'consult',
    why: 'Its outstanding universal value and its setting are kept.',
    source: HERITAGE_POLICY,
    ask: [historicEngland('Development likely to affect a World Heritage Site or its setting.')],
  },
  {
    id: 'archaeological-priority-area',
    type: 'planning/archaeological-priority-area',
    group: 'consult',
    why: 'Buried remains are likely: an assessment comes before permission.',
    source: HERITAGE_POLICY,
    ask: [
      {
        consultee: 'council-archaeology',
        duty: 'advised',
        why: 'Groundworks of any size.',
        source: HERITAGE_POLICY,
      },
    ],
  },
];
