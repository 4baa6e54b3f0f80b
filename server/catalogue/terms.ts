import type { Licence } from '#data/schema/licence.ts';

/** A licence in plain sentences. A guide, not legal advice: the licence's own text decides. */
export type Terms = {
  readonly may: readonly string[];
  readonly must: readonly string[];
  readonly mayNot: readonly string[];
  /** What nobody has stated, or an agreement settles case by case. */
  readonly ask: readonly string[];
};

const PERMISSIONS = [
  ['redistribute', 'Copy it, publish it and pass it on', 'Pass it on to others'],
  ['derivatives', 'Change it and combine it with other data', 'Publish a changed version'],
  ['commercialUse', 'Use it in paid work', 'Use it for commercial purposes'],
] as const satisfies readonly (readonly [keyof Licence['permissions'], string, string])[];

const DUTIES = [
  ['attribution', 'Show the credit line wherever the data is used'],
  ['indicateChanges', 'Say what was changed'],
  ['shareAlike', 'Give any database made from it under the same licence'],
  ['expires', 'Stop using it when the grant ends'],
  ['limitedPurpose', 'Keep to the purpose and the people it was given for'],
] as const satisfies readonly (readonly [keyof Licence['obligations'], string])[];

/** What a licence lets people do, asks of them, and forbids. */
export function termsOf({
  permissions,
  obligations,
}: Pick<Licence, 'permissions' | 'obligations'>): Terms {
  const allowed = PERMISSIONS.filter(([name]) => permissions[name] === 'y');
  const refused = PERMISSIONS.filter(([name]) => permissions[name] === 'n');
  const open = PERMISSIONS.filter(([name]) => /^(per|unknown)$/.test(permissions[name]));
  return {
    may: allowed.map(([, may]) => may),
    must: DUTIES.flatMap(([name, words]) => (obligations[name] ? [words] : [])),
    mayNot: [...refused.map(([, , mayNot]) => mayNot), 'Suggest that the publisher endorses you'],
    ask: open.map(([, may]) => may),
  };
}

/** Licences of the Open Government family. */
const OPEN_GOVERNMENT = /^OGL-UK-/;

/**
 * The same with what the licence's own text adds: a link to it, lines of others to keep, what it does not cover.
 * Source: Open Government Licence v1 to v3, attribution and exemptions.
 */
export function termsOfLicence(licence: Licence): Terms {
  const terms = termsOf(licence);
  const { obligations, url, spdx } = licence;
  const isGovernment = OPEN_GOVERNMENT.test(spdx);
  return {
    ...terms,
    must: [
      ...terms.must,
      ...(obligations.attribution && url ? ['Link to the licence where you can'] : []),
      ...(isGovernment
        ? ['Keep the lines of Ordnance Survey, Royal Mail and ONS where they appear']
        : []),
    ],
    mayNot: [
      ...terms.mayNot,
      ...(isGovernment
        ? ['Use logos or crests: it does not cover them', 'Use people’s personal data under it']
        : []),
    ],
  };
}
