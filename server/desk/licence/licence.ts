import type { Decision } from '#data/schema/decision.ts';
import type { LicenceAnswers, LicenceStep } from '#data/schema/desk-licence.ts';
import type { Licence } from '#data/schema/licence.ts';
import { dateText } from '#data/words/dates.ts';
import { grouped, many } from '#data/words/figures.ts';
import { entryInto } from '#server/catalogue/outlets.ts';
import { termsOf } from '#server/catalogue/terms.ts';
import type { DraftContext } from '../draft/context.ts';
import { fitting } from './fit.ts';
import { askedOf, unanswered } from './questions.ts';

/** What the licence step is made of beside the draft. */
export type LicenceFacts = {
  readonly licences: ReadonlyMap<string, Licence>;
  /** Licence → live datasets under it. */
  readonly used: ReadonlyMap<string, number>;
  /** Personal data nobody has decided about. */
  readonly personal: number;
  /** Licence the file's own words name. */
  readonly recognised?: string;
};

/** True when the edition before had a licence and nobody began to answer anew. */
export const isRemembered = ({ draft }: Pick<DraftContext, 'draft'>): boolean => {
  const { base, licence } = draft.work;
  return base.licence.id !== 'unknown' && Object.keys(licence).length === 0;
};

/** The licence as far as it is settled: questions, what fits, the credit line, what is left. */
export function licenceStep(context: DraftContext, facts: LicenceFacts): LicenceStep {
  const { base, licence: answers, licenceBy } = context.draft.work;
  const remembered = isRemembered(context);
  const before = base.licence.id === 'unknown' ? undefined : base.licence.id;
  const named = facts.recognised ?? before;
  const fit = fitting({ ...facts, answers, ...(named === undefined ? {} : { named }) });
  const asked = unanswered(answers);
  const chosen = remembered ? before : answers.licence;
  const fits = fit.fits.map(({ id }) => id);
  const left = remembered ? [] : leftOf(context, answers, { asked, fits, stop: fit.stop });
  return {
    ...statedOf(context, facts),
    ...{ questions: askedOf(answers, notesOf(context, facts)), answers },
    fits: asked === 0 || remembered ? [...fit.fits] : [],
    ...(asked === 0 ? refusedOf(fit) : { refused: [] }),
    ...(chosen === undefined ? {} : { chosen }),
    ...meansOf(context, facts.licences.get(chosen ?? '')),
    ...evidenceOf(context, remembered),
    left,
    ...(left.length === 0 && licenceBy ? { decided: licenceBy } : {}),
  };
}

const refusedOf = ({ refused, stop }: ReturnType<typeof fitting>) => ({
  refused: [...refused],
  ...(stop === undefined ? {} : { stop }),
});

/** Longest words of a file about its licence that are shown, characters. */
const STATED_LIMIT = 300;

function statedOf(
  { closer }: DraftContext,
  { recognised }: LicenceFacts,
): Pick<LicenceStep, 'stated'> {
  if (!closer.licence) return {};
  const { text, where } = closer.licence;
  const words = text.slice(0, STATED_LIMIT);
  return { stated: { words, where, ...(recognised === undefined ? {} : { licence: recognised }) } };
}

/** What a licence means for whoever uses the data: nothing while none is chosen. */
function meansOf(
  context: DraftContext,
  licence: Licence | undefined,
): Pick<LicenceStep, 'credit' | 'may' | 'must' | 'mayNot' | 'lets'> {
  if (!licence) return { credit: [], may: [], must: [], mayNot: [], lets: [] };
  const { may, must, mayNot } = termsOf(licence);
  const isOs = context.draft.work.licence.os === 'points';
  const isOgl = licence.spdx.startsWith('OGL');
  return {
    credit: creditOf(context, licence),
    may: [...may],
    must: [...must, ...(isOs ? ['Keep the Ordnance Survey line in every copy'] : [])],
    mayNot: [...mayNot, ...(isOgl ? NOT_BY_OGL : [])],
    lets: letsOf(licence),
  };
}

/** Source: Open Government Licence v3.0, exemptions and non-endorsement. */
const NOT_BY_OGL = ['Use the publisher’s logo or crest', 'Misrepresent it, or its source'];

function notesOf({ closer, noun, found }: DraftContext, { personal }: LicenceFacts) {
  const coded = closer.layers
    .flatMap(({ columns }) => columns)
    .filter(({ taken }) => taken && /^(?:uprn|postcode)$/.test(taken.attribute));
  const rows = coded.reduce((most, { filled }) => Math.max(most, filled), 0);
  return {
    addresses: `${grouped(rows)} of ${many(found.records, noun)} carry a postcode or UPRN in a column of their own.`,
    people:
      personal > 0
        ? `${many(personal, 'place')} may describe persons: see step 4.`
        : `Screened: none left to settle in ${many(closer.screened, 'cell')}.`,
  };
}

type Settling = {
  readonly asked: number;
  readonly fits: readonly string[];
  readonly stop: string | undefined;
};

function leftOf(
  context: DraftContext,
  answers: LicenceAnswers,
  { asked, fits, stop }: Settling,
): string[] {
  if (asked > 0) return [many(asked, 'question')];
  if (stop !== undefined) return ['a licence that fits: see why none does'];
  const left: string[] = [];
  if (answers.licence === undefined || !fits.includes(answers.licence)) left.push('the licence');
  if (answers.os === 'points' && answers.osLicence === undefined)
    left.push('the OS licence number');
  if (answers.evidence === undefined) left.push('the evidence');
  return context.draft.state === 'published' ? [] : left;
}

/** Year the copyright notice names: that of the newest date in the data, unless somebody says otherwise. */
const yearOf = ({ draft, closer }: DraftContext): string =>
  String(draft.work.licence.year ?? closer.newest?.date.slice(0, 4) ?? draft.savedAt.slice(0, 4));

function creditOf(context: DraftContext, licence: Licence): LicenceStep['credit'] {
  const { publisher, draft } = context;
  const { licence: answers, base } = draft.work;
  if (isRemembered(context) && base.licence.attribution)
    return [{ text: base.licence.attribution }];
  const year = yearOf(context);
  const credit: LicenceStep['credit'] = [{ text: `© ${publisher.name} ${year}. ` }];
  if (answers.os === 'points') {
    credit.push({ text: `© Crown copyright and database rights ${year} Ordnance Survey ` });
    credit.push(
      answers.osLicence === undefined
        ? { text: 'licence number needed', gap: 'osLicence' }
        : { text: answers.osLicence.toUpperCase() },
    );
    credit.push({ text: '. ' });
  }
  const isGiven = /^CC0|^PDDL/.test(licence.spdx);
  credit.push({ text: isGiven ? 'Given to everybody under ' : 'Licensed under the ' });
  credit.push(
    { text: licence.title, ...(licence.url === undefined ? {} : { href: licence.url }) },
    { text: '.' },
  );
  return credit;
}

const YES = { answer: 'Yes', tone: 'good' } as const;
const NO = { answer: 'No', tone: 'bad' } as const;

function letsOf({ tier, permissions, spdx }: Licence): LicenceStep['lets'] {
  const osm = entryInto(spdx, 'ODbL-1.0');
  return [
    { title: 'Show on the public map', ...(tier === 'open' || tier === 'view' ? YES : NO) },
    { title: 'Offer downloads', ...(permissions.redistribute === 'y' ? YES : NO) },
    { title: 'Merge with OS open data', ...(permissions.derivatives === 'y' ? YES : NO) },
    {
      title: 'Merge with OpenStreetMap',
      ...(osm === 'no' ? NO : { answer: 'Yes, as ODbL', tone: 'warn' as const }),
    },
  ];
}

function evidenceOf(
  { draft, publisher }: DraftContext,
  remembered: boolean,
): Pick<LicenceStep, 'evidence'> {
  const { licence, licenceBy, base } = draft.work;
  const { evidence } = licence;
  if (remembered) {
    const words = base.licence.evidence ?? 'As in the edition before';
    return { evidence: { words, by: publisher.name, at: draft.madeAt } };
  }
  if (!evidence || !licenceBy) return {};
  return { evidence: { words: evidenceWords(evidence, licenceBy, publisher.name), ...licenceBy } };
}

type Evidence = NonNullable<LicenceAnswers['evidence']>;

function evidenceWords(
  evidence: Evidence,
  { at }: { readonly at: string },
  publisher: string,
): string {
  if (evidence.kind === 'page') return evidence.url;
  if (evidence.kind === 'document') return `A document kept here, sha-256 ${evidence.sha256}`;
  const role = evidence.role === undefined ? '' : ` (${evidence.role})`;
  return `Decided by ${publisher}${role} when it was published here, ${dateText(at)}`;
}

/** The settled licence as a decision of the descriptor; undefined when it stays as it was. */
export function licenceDecision(
  context: DraftContext,
  licences: ReadonlyMap<string, Licence>,
): Decision | undefined {
  if (isRemembered(context)) return undefined;
  const { licence: answers, licenceBy } = context.draft.work;
  const licence = licences.get(answers.licence ?? '');
  if (!licence || !answers.evidence || !licenceBy) return undefined;
  return {
    kind: 'licence',
    licence: {
      id: licence.id,
      basis: 'stated',
      evidence: evidenceWords(answers.evidence, licenceBy, context.publisher.name),
      attribution: creditOf(context, licence)
        .map(({ text }) => text)
        .join(''),
    },
  };
}
