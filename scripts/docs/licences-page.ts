import type { Licence, Permission } from '#data/schema/licence.ts';
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

const RULES = [
  '1. What is made from several sources may do only what all of them permit, and owes what any of them asks.',
  '2. Open data goes everywhere; the narrowest tier among the sources decides.',
  '3. Share-alike data beside other data leaves as a file a licence. It is merged only where the rest may take its licence, and then everything carries it. ODbL and CC BY-SA never merge.',
  '4. Attribution licences merge without being relabelled: the file says “Multiple licences, see LICENCES” and lists each.',
  '5. A field filled from share-alike or restricted data carries that licence.',
  '6. Credits: each line once with its newest year; Ordnance Survey, Royal Mail, ONS, then the others by name. A publisher’s own statement comes before the licence’s.',
  '7. Where a licence asks that changes be stated, ODIN states what it did.',
  '8. Nothing here means that a publisher endorses ODIN, and no logo is used.',
  '9. A licence nobody stated is not open. It is treated as all rights reserved until the publisher says otherwise.',
];

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
