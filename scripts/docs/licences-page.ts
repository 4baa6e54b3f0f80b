import type { Licence, Permission } from '#data/schema/licence.ts';
import { entryInto, inputsOf, OUTBOUND } from '#server/catalogue/outlets.ts';
import { COMBINATION_RULES } from '#server/catalogue/rules.ts';
import { page, table, WRITTEN } from './markdown.ts';

const CHIPS: Readonly<Record<Licence['chip'], string>> = {
  open: 'Open',
  attribution: 'Attribution',
  'share-alike': 'Share-alike',
  'view-only': 'View only',
  restricted: 'Restricted',
  'not-stated': 'Not stated',
};

const PERMISSIONS: Readonly<Record<Permission, string>> = {
  y: 'yes',
  n: 'no',
  per: 'by agreement',
  unknown: 'not stated',
};

const OBLIGATIONS: Readonly<Record<keyof Licence['obligations'], string>> = {
  attribution: 'credit',
  shareAlike: 'same licence',
  indicateChanges: 'state changes',
  nonCommercial: 'non-commercial',
  noDerivatives: 'no changes',
  expires: 'may end',
  limitedPurpose: 'limited purpose',
};

const TIERS = table(
  ['Tier', 'Where the data goes'],
  [
    ['open', 'Public map, API and downloads.'],
    ['view', 'Shown on the map; not handed out.'],
    ['restricted', 'Only those an agreement names.'],
    ['blocked', 'Stays a draft: not stated, ended, or not to be changed.'],
  ],
);

const RULES = COMBINATION_RULES.map((rule, index) => `${index + 1}. ${rule}`);

const ENTRIES = { yes: 'yes', 'with-notices': 'yes, keeping its notices', no: 'no' } as const;

/** What may go into what, as the engine has it. */
const outlets = (licences: readonly Licence[]): string =>
  table(
    ['Data under', ...OUTBOUND.map((spdx) => `into ${spdx}`)],
    inputsOf(licences).map((spdx) => [
      spdx,
      ...OUTBOUND.map((into) => ENTRIES[entryInto(spdx, into)]),
    ]),
  );

const duties = ({ obligations }: Licence): string =>
  Object.entries(OBLIGATIONS)
    .filter(([name]) => obligations[name as keyof Licence['obligations']])
    .map(([, words]) => words)
    .join(', ');

function section(licence: Licence): readonly string[] {
  const { id, title, url, spdx, usedFor, attribution, notes, supersededBy, verified } = licence;
  const facts = [
    `\`${id}\``,
    `SPDX \`${spdx}\``,
    ...(url === undefined ? [] : [`<${url}>`]),
    ...(supersededBy === undefined ? [] : [`superseded by \`${supersededBy}\``]),
    ...(verified ? [] : ['**not yet read against its text**']),
  ];
  return [
    `### ${title}`,
    facts.join(' · '),
    usedFor,
    ...(attribution === '' ? [] : [`> ${attribution}`]),
    ...(notes === undefined ? [] : [notes]),
  ];
}

/** `docs/licences.md`: the rules, the catalogue as a table, and each licence. */
export function licencesPage(licences: readonly Licence[]): string {
  return page([
    '# The licence catalogue',
    WRITTEN,
    `${licences.length} licences and terms that infrastructure data comes under, one JSON file each in \`data/licences\`. This is a guide, not legal advice: the licence’s own text decides, and a row marked *not yet read* needs a person to read the current text before anybody relies on it.`,
    '## How licences combine',
    RULES.join('\n'),
    '## What may go into what',
    'Down: the licence of data that goes in. Across: the licence one merged database would carry. A licence that is not here joins only its own kind.',
    outlets(licences),
    '## Where the data may go',
    TIERS,
    '## All of them',
    table(
      ['Licence', 'Sign', 'Business use', 'Pass on', 'Change', 'Asks for', 'Tier', 'To be read'],
      licences.map((licence) => [
        licence.title,
        CHIPS[licence.chip],
        PERMISSIONS[licence.permissions.commercialUse],
        PERMISSIONS[licence.permissions.redistribute],
        PERMISSIONS[licence.permissions.derivatives],
        duties(licence),
        licence.tier,
        licence.verified ? '' : 'still to be read',
      ]),
    ),
    '## Each in turn',
    ...licences.flatMap(section),
  ]);
}
