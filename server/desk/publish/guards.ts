import type { Decision } from '#data/schema/decision.ts';
import type { DraftCompare, Guard } from '#data/schema/desk-compare.ts';
import { dateText } from '#data/words/dates.ts';
import { grouped, many, plural } from '#data/words/figures.ts';
import { type DraftContext, takenLayers } from '../draft/context.ts';
import { MOVED_FROM_M } from '../draft/read-draft.ts';
import { sentence } from '../words.ts';

/** Shares of the live edition's records that ask for something. Source: the desk's design, `publish.md`, gate. */
const FEWER = 0.1;
const MORE = 0.2;
const SECOND = 0.3;

/** Answers by guard, as the work keeps them. */
type Answers = DraftContext['draft']['work']['guards'];

/** What the live edition is, for the words. */
export type Live = {
  readonly number: number;
  readonly publishedAt: string;
  readonly synthetic: boolean;
};

/** The draft beside the live edition, in five counts, with every check before publishing. */
export function compareView(
  context: DraftContext,
  live: Live | undefined,
  accountId: string,
): DraftCompare {
  const { found, noun } = context;
  const { compared, records } = found;
  if (!compared || !live) {
    return {
      words: `Nothing of this is published yet. Yours has ${many(records, noun)}.`,
      ...{
        records,
        added: records,
        removed: 0,
        moved: 0,
        changed: 0,
        same: 0,
        movedFromM: MOVED_FROM_M,
      },
      guards: gateGuards(context),
    };
  }
  const { added, removed, moved, changed, same, was } = compared;
  return {
    against: {
      edition: live.number,
      publishedAt: live.publishedAt,
      records: was,
      synthetic: live.synthetic,
    },
    words: `The live edition has ${many(was, noun)}. Yours has ${grouped(records)}.`,
    ...{ records, added, removed, moved, changed, same, movedFromM: MOVED_FROM_M },
    guards: [
      ...countGuards(context),
      ...vanishGuards(context),
      ...gateGuards(context),
      ...secondGuards(context, accountId),
      ...calmGuards(context),
    ],
  };
}

const answerOf = ({ draft }: DraftContext): Answers => draft.work.guards;

function changeOf({ found }: DraftContext): number {
  return shareOf(found.compared?.was ?? 0, found.records);
}

const shareOf = (was: number, records: number): number => (was === 0 ? 0 : (records - was) / was);

function countGuards(context: DraftContext): Guard[] {
  const change = changeOf(context);
  const { noun } = context;
  const percent = Math.round(Math.abs(change) * 100);
  const id = change < 0 ? 'fewer' : 'more';
  if (change > -FEWER && change <= MORE) return [];
  const limit = change < 0 ? '10% fewer' : 'Over 20% more';
  const answer = answerOf(context)[id];
  return [
    {
      id,
      tone: answer ? 'good' : 'warn',
      lead: `${percent}% ${change < 0 ? 'fewer' : 'more'} ${plural(noun)}.`,
      words: `${limit} needs a reason, shown on the public page.`,
      control: { kind: 'reason', label: 'Why', ...(answer ? { value: answer.value } : {}) },
      isSettled: answer !== undefined,
    },
  ];
}

/** True when records the file lost can be kept with an end date: tables whose records have a reference. */
export const mayEnd = (context: DraftContext): boolean =>
  takenLayers(context).length === 1 &&
  takenLayers(context).every(
    ({ isSpatial, columns }) =>
      !isSpatial && columns.some(({ taken }) => taken?.attribute === 'reference'),
  );

function vanishGuards(context: DraftContext): Guard[] {
  const { found, noun, closer, source, draft } = context;
  const removed = found.compared?.removed ?? 0;
  const ended = source.ended?.length ?? 0;
  const answer = answerOf(context).vanish;
  if (answer?.value === 'end' && ended > 0) {
    return [
      {
        id: 'vanish',
        tone: 'good',
        lead: `${many(ended, noun)} ${ended === 1 ? 'is' : 'are'} kept, ended.`,
        words: 'They stay on the register with the day they ended.',
        control: { kind: 'choice', options: VANISH(dayOf(closer, draft.savedAt)), value: 'end' },
        isSettled: true,
      },
    ];
  }
  if (removed === 0) return [];
  const options = mayEnd(context) ? VANISH(dayOf(closer, draft.savedAt)) : VANISH('').slice(1);
  return [
    {
      id: 'vanish',
      tone: answer ? 'good' : 'warn',
      lead: `${many(removed, noun)} would vanish.`,
      words: 'A register keeps what was on it, with the day it ended, so that links go on working.',
      control: { kind: 'choice', options, ...(answer ? { value: answer.value } : {}) },
      isSettled: answer !== undefined,
    },
  ];
}

const VANISH = (day: string) => [
  { value: 'end', title: `Keep them, ended ${dateText(day)}` },
  { value: 'remove', title: 'Remove them' },
];

/** The day records the file lost ended: that of its newest date, else today. */
export const dayOf = (closer: DraftContext['closer'], today: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(closer.newest?.date ?? '')
    ? (closer.newest?.date ?? '')
    : today.slice(0, 10);

/** What the gate found that the counts above do not say already. */
function gateGuards(context: DraftContext): Guard[] {
  const holding = context.found.holding.filter(({ code }) => code !== 'version.count-drop');
  if (holding.length === 0) return [];
  const answer = answerOf(context).gate;
  return [
    {
      id: 'gate',
      tone: answer ? 'good' : 'warn',
      lead: `${sentence(many(holding.length, 'thing'))} ${holding.length === 1 ? 'is' : 'are'} suspiciously unlike the live edition.`,
      words: holding.map(({ message }) => message).join(' '),
      control: {
        kind: 'reason',
        label: 'Why it is right',
        ...(answer ? { value: answer.value } : {}),
      },
      isSettled: answer !== undefined,
    },
  ];
}

/** Whether so much is lost that two people must say it is right: an upload and what came by itself alike. */
export const asksTwo = (was: number, records: number): boolean => shareOf(was, records) <= -SECOND;

/** What a second person agrees to: the yes is of these figures, and of no others that come later. */
export const lossOf = ({ found }: DraftContext): string =>
  `${found.records} of ${found.compared?.was ?? 0}`;

function secondGuards(context: DraftContext, accountId: string): Guard[] {
  if (!asksTwo(context.found.compared?.was ?? 0, context.found.records)) return [];
  const { holder, madeBy } = context.draft.detail;
  const isOther = (who: string): boolean => who !== holder.accountId && who !== madeBy.accountId;
  const mayGive = isOther(accountId);
  const given = answerOf(context)['second-person'];
  const stands = given && given.value === lossOf(context) && isOther(given.accountId);
  const answer = stands ? given : undefined;
  return [
    {
      id: 'second-person',
      tone: answer ? 'good' : 'bad',
      lead: '30% fewer or more than that needs a second person.',
      words: answer
        ? 'Somebody else of your organisation agreed.'
        : 'Ask a colleague to open this draft and agree.',
      control: {
        kind: 'second',
        mayGive,
        ...(answer ? { given: { by: answer.by, at: answer.at } } : {}),
      },
      isSettled: answer !== undefined,
    },
  ];
}

/** Checks that found nothing. */
function calmGuards({ found, noun }: DraftContext): Guard[] {
  const { compared, holding } = found;
  if (!compared) return [];
  const isCalm = !holding.some(({ code }) => code.startsWith('id.'));
  return [
    ...(isCalm
      ? [
          {
            id: 'references' as const,
            tone: 'good' as const,
            lead: 'References match.',
            words: `${grouped(compared.matched)} of ${many(compared.was, noun)} are found again.`,
            isSettled: true,
          },
        ]
      : []),
    ...(holding.length === 0
      ? [
          {
            id: 'extent' as const,
            tone: 'good' as const,
            lead: 'Extent and empty cells are as before.',
            words: 'No column lost its values, and nothing lies elsewhere.',
            isSettled: true,
          },
        ]
      : []),
  ];
}

/** What publishing needs to let through what a person has answered for: the gate's findings, for this file alone. */
export const gateDecisions = ({ found, draft }: DraftContext): readonly Decision[] =>
  found.holding.map(({ code, column, layer }) => ({
    kind: 'accept',
    code,
    ...(column === undefined ? {} : { column }),
    ...(layer === undefined ? {} : { layer }),
    sha256: draft.sha256,
  }));

/** The reasons given, for the public page. */
export const reasonsOf = ({ draft }: Pick<DraftContext, 'draft'>): string =>
  ['fewer', 'more', 'gate'].flatMap((id) => draft.work.guards[id]?.value ?? []).join(' ');
