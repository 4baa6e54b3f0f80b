import type { RuleSource } from '../schema/area.ts';

/**
 * Where the rules come from. `confirmed` is true only where the text was read for this very rule; everything else
 * is told as “to be confirmed”. None of it is legal advice.
 */

const source = (title: string, url: string, confirmed = false): RuleSource => ({
  title,
  url,
  confirmed,
});

const LAW = 'https://www.legislation.gov.uk';
const NPPF = 'https://www.gov.uk/government/publications/national-planning-policy-framework--2';
const policy = (chapter: string) => source(`National Planning Policy Framework, ${chapter}`, NPPF);

/** The table of statutory consultees; its paragraphs are not cited until read. */
export const DMPO = source(
  'Development Management Procedure Order 2015 (SI 2015/595), article 18 and Schedule 4',
  `${LAW}/uksi/2015/595/schedule/4`,
);
export const RAILWAY_LAND = source(
  'Development Management Procedure Order 2015 (SI 2015/595), article 16: within 10 metres of relevant railway land',
  `${LAW}/uksi/2015/595/article/16`,
  true,
);
export const FLOOD_ADVICE = source(
  'Environment Agency, flood risk assessments: advice for local planning authorities',
  'https://www.gov.uk/guidance/flood-risk-assessment-local-planning-authorities',
  true,
);
export const HISTORIC_GUIDANCE = source(
  'Planning practice guidance, Historic environment, paragraph 001 (18a-001-20190723)',
  'https://www.gov.uk/guidance/conserving-and-enhancing-the-historic-environment',
  true,
);
export const LISTED_ACT = source(
  'Planning (Listed Buildings and Conservation Areas) Act 1990, sections 16, 66 and 72',
  `${LAW}/ukpga/1990/9`,
  true,
);
export const MONUMENTS_ACT = source(
  'Ancient Monuments and Archaeological Areas Act 1979',
  `${LAW}/ukpga/1979/46`,
  true,
);
export const ENVIRONMENT_ADVICE = source(
  'Natural England and Environment Agency, get environmental advice on planning',
  'https://www.gov.uk/guidance/local-planning-authorities-get-environmental-advice',
  true,
);
export const FLOOD_POLICY = policy('chapter 14: climate change, flooding and coastal change');
export const GREEN_BELT_POLICY = policy('chapter 13: protecting Green Belt land');
export const NATURE_POLICY = policy('chapter 15: conserving and enhancing the natural environment');
export const HERITAGE_POLICY = policy('chapter 16: the historic environment');
export const COMMUNITY_POLICY = policy('chapter 8: healthy and safe communities');
export const MINERALS_POLICY = policy('chapter 17: minerals');
export const HABITATS = source(
  'Conservation of Habitats and Species Regulations 2017 (SI 2017/1012)',
  `${LAW}/uksi/2017/1012`,
);
export const WILDLIFE_ACT = source(
  'Wildlife and Countryside Act 1981, section 28G',
  `${LAW}/ukpga/1981/69/section/28G`,
);
export const TREES = source(
  'Tree Preservation (England) Regulations 2012 (SI 2012/605)',
  `${LAW}/uksi/2012/605`,
);
export const AIR = source('Environment Act 1995, Part IV', `${LAW}/ukpga/1995/25/part/IV`);
export const DRAINAGE_ACT = source(
  'Land Drainage Act 1991, section 23',
  `${LAW}/ukpga/1991/59/section/23`,
);
export const PATHS = source(
  'Town and Country Planning Act 1990, section 257',
  `${LAW}/ukpga/1990/8/section/257`,
);
export const ALLOTMENTS = source('Allotments Act 1925, section 8', `${LAW}/ukpga/Geo5/15-16/61`);
export const CONTAMINATED = source(
  'Environmental Protection Act 1990, Part 2A',
  `${LAW}/ukpga/1990/43/part/IIA`,
);
export const HSE_ADVICE = source(
  'Health and Safety Executive, land use planning methodology',
  'https://www.hse.gov.uk/landuseplanning/',
);
export const COAL_ADVICE = source(
  'Mining Remediation Authority, planning applications: coal mining risk assessments',
  'https://www.gov.uk/guidance/planning-applications-coal-mining-risk-assessments',
);
export const DIGGING = source(
  'Health and Safety Executive, HSG47: avoiding danger from underground services',
  'https://www.hse.gov.uk/pubns/books/hsg47.htm',
);
export const OVERHEAD = source(
  'Health and Safety Executive, GS6: avoiding danger from overhead power lines',
  'https://www.hse.gov.uk/pubns/gs6.htm',
);
export const AERODROMES = source(
  'Safeguarded aerodromes, technical sites and military explosives storage areas, joint circular',
  'https://www.gov.uk/government/publications/safeguarding-aerodromes-technical-sites-and-military-explosives-storage-areas',
);
