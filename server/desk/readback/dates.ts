import { attributesOf } from '#data/features/index.ts';
import type { DateVotes } from '#data/schema/closer.ts';
import type { Readback } from '#data/schema/desk-readback.ts';
import { dateText } from '#data/words/dates.ts';
import { grouped } from '#data/words/figures.ts';
import { type DraftContext, takenLayers } from '../draft/context.ts';

type Row = Readback['rows'][number];

/** Dated columns that become dates, and how their day and month are told apart. */
export function datedColumns(context: DraftContext) {
  const dates = new Set(
    context.type
      ? attributesOf(context.type)
          .filter(({ type }) => type === 'date')
          .map(({ name }) => name)
      : [],
  );
  return takenLayers(context).flatMap(({ columns }) =>
    columns.filter(({ dates: votes, taken }) => votes && taken && dates.has(taken.attribute)),
  );
}

/** How day and month are told apart, and what speaks for it. */
export function datesRow(context: DraftContext): Row[] {
  const columns = datedColumns(context);
  const votes = columns.reduce<DateVotes>(
    (sum, { dates }) => ({
      dayFirst: sum.dayFirst + (dates?.dayFirst ?? 0),
      monthFirst: sum.monthFirst + (dates?.monthFirst ?? 0),
      either: sum.either + (dates?.either ?? 0),
    }),
    { dayFirst: 0, monthFirst: 0, either: 0 },
  );
  const of = votes.dayFirst + votes.monthFirst + votes.either;
  if (of === 0) return [];
  const order = saidOrder(columns, context) ?? (votes.monthFirst > votes.dayFirst ? 'mdy' : 'dmy');
  const sure = order === 'mdy' ? votes.monthFirst : votes.dayFirst;
  const against = order === 'mdy' ? votes.dayFirst : votes.monthFirst;
  const example = columns[0]?.values[0]?.text ?? '';
  return [
    {
      id: 'dates',
      title: 'Dates',
      value: `${order === 'mdy' ? 'Month first' : 'Day first'}: ${example}`,
      evidence: [
        `${grouped(sure)} of ${grouped(of)} dates can only be ${order === 'mdy' ? 'month' : 'day'} first`,
        `${grouped(votes.either)} could be either`,
        ...(against > 0 ? [`${grouped(against)} can only be the other way`] : []),
      ].join('; '),
      ...(against > 0 ? { tone: 'warn' as const } : {}),
      choices: [
        {
          id: 'dates:dmy',
          title: 'Day first',
          consequence: '3/4/2019 is 3 April 2019',
          ...(order === 'dmy' ? { current: true } : {}),
        },
        {
          id: 'dates:mdy',
          title: 'Month first',
          consequence: '3/4/2019 is 4 March 2019',
          ...(order === 'mdy' ? { current: true } : {}),
        },
      ],
    },
  ];
}

/** The order a person said. */
function saidOrder(
  columns: ReturnType<typeof datedColumns>,
  { source }: DraftContext,
): 'dmy' | 'mdy' | 'ymd' | undefined {
  for (const { taken } of columns) {
    const rule = source.map[taken?.attribute ?? ''];
    if (typeof rule === 'object' && 'from' in rule && rule.date) return rule.date;
  }
  return undefined;
}

/** Data this much older than today is history, days. */
const HISTORY_DAYS = 730;

/** The newest date of the data, and how old that is. */
export function newestRow({ closer, draft }: DraftContext): Row[] {
  const { newest } = closer;
  if (!newest) return [];
  const days = (Date.parse(draft.savedAt) - Date.parse(newest.date)) / 86_400_000;
  const old =
    days > HISTORY_DAYS ? `. ${grouped(Math.floor(days / 365))} years old: people are told so` : '';
  return [
    {
      id: 'newest',
      title: 'Newest date',
      value: dateText(newest.date),
      evidence: `${newest.column}${old}`,
      ...(old === '' ? {} : { tone: 'warn' as const }),
      choices: [],
    },
  ];
}
