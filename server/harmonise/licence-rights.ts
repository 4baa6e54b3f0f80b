import { issue } from '#data/issues/issue.ts';
import type { Issue } from '#data/schema/issue.ts';
import { wordsOf } from './fields/heading.ts';
import type { ColumnFacts } from './profile.ts';

/** One layer's name and columns. */
export type RightsClues = { readonly name: string; readonly columns: readonly ColumnFacts[] };

/** Words that credit Ordnance Survey or Royal Mail, or say that the right to publish was settled. */
const ORDNANCE_SURVEY =
  /ordnance survey|\bOS (?:data|open|master|address|AC0000|100\d{6})|©\s*OS\b|crown copyright|presumption to publish|\b100\d{6}\b|AC0000\d{6}/i;
const ROYAL_MAIL = /royal mail|\bPAF\b|postcode address file|addressbase/i;

/** Identifiers only Ordnance Survey's detailed mapping has: `osgb1000012345678`. */
const TOID = /^osgb\d{13,16}$/i;
const OS_HEADINGS =
  /^(toid|os_?toid|fid_?toid|featurecode|descriptivegroup|descriptiveterm|osmm\w*)$/i;
const PAF_HEADINGS =
  /^(udprn|paf\w*|sub_?building_?name|building_?name|dependent_?(locality|thoroughfare)|thoroughfare|post_?town|po_?box_?number|delivery_?point_?suffix)$/i;

/**
 * Signs that a dataset was drawn from Ordnance Survey's detailed mapping or from Royal Mail's addresses, when nothing
 * credits them: one warning a layer and owner, none where the words are there.
 *
 * @param said everything said about the licence, in the file and by the publisher
 */
export function unstatedRights(layers: readonly RightsClues[], said: string): readonly Issue[] {
  return layers.flatMap(({ name, columns }) => [
    ...survey(name, columns, said),
    ...addresses(name, columns, said),
  ]);
}

function survey(layer: string, columns: readonly ColumnFacts[], said: string): readonly Issue[] {
  const found = columns.find((column) => OS_HEADINGS.test(column.name) || holdsToids(column));
  if (found === undefined || ORDNANCE_SURVEY.test(said)) return [];
  return [
    issue(
      'licence.third-party-rights-unstated',
      { layer, column: found.label },
      `The column “${found.label}” comes from Ordnance Survey’s detailed mapping, and nothing credits Ordnance Survey. Say on what terms it may be published (the presumption to publish, or an exemption), and give the line “© Crown copyright and database rights” with the year and your licence number.`,
    ),
  ];
}

const holdsToids = ({ values }: ColumnFacts): boolean => {
  const texts = [...values.keys()];
  return texts.length > 0 && texts.every((text) => TOID.test(text));
};

/** Parts of Royal Mail's own record a table must hold before its addresses are taken for copies. */
const PAF_PARTS = 2;

function addresses(layer: string, columns: readonly ColumnFacts[], said: string): readonly Issue[] {
  if (ROYAL_MAIL.test(said)) return [];
  const filled = columns.filter(({ sampled }) => sampled > 0);
  const uprn = filled.find(({ name }) => wordsOf(name).includes('uprn'));
  const address = filled.find(({ name, type }) => type === 'text' && isAddress(name));
  const parts = filled.filter(({ name }) => PAF_HEADINGS.test(name.replaceAll(' ', '_')));
  const [first, second] = parts.length >= PAF_PARTS ? parts : [uprn, address];
  if (first === undefined || second === undefined) return [];
  return [
    issue(
      'licence.third-party-rights-unstated',
      { layer, column: second.label },
      `“${first.label}” beside the address text in “${second.label}” usually means that the addresses were copied from an address gazetteer, which holds Ordnance Survey’s and Royal Mail’s rights; nothing says so. Say where the addresses come from, or leave the address text out and keep the UPRN.`,
    ),
  ];
}

const isAddress = (heading: string): boolean => {
  const words = wordsOf(heading);
  return (
    words.includes('address') && !words.some((word) => /^(e?mail|web|url|type|id|ref)$/.test(word))
  );
};
