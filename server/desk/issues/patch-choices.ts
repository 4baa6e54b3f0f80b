import type { Decision } from '#data/schema/decision.ts';
import { grouped, many } from '#data/words/figures.ts';
import { type DraftContext, findColumn } from '../draft/context.ts';
import { Refusal } from '../refusal.ts';
import { quoted } from '../words.ts';
import type { Candidates } from './candidates.ts';
import { referenceColumn } from './found.ts';
import { accepted, type Matter, type Offer } from './offer.ts';
import { axisName, nameOf } from './words.ts';

/** What a wrong coordinate may have been meant to be. */
export const candidateOffers = (matter: Matter): Offer[] => [
  ...suggestedOffers(matter),
  ...pickOffers(matter),
];

function suggestedOffers(matter: Matter): Offer[] {
  const { suggested } = matter.candidates;
  if (!suggested) return [];
  const { value, withinM, from, to } = suggested;
  const { area } = matter.context;
  const isExact = withinM === undefined;
  return [
    {
      id: 'suggested',
      title: isExact ? `Use ${value}` : `Use ${value}, marked approximate to ${withinM} m`,
      consequence: isExact
        ? `It is the only reading that lies in ${area}.`
        : `If the last digit is lost, the true value is ${from} to ${to}. All ten are in ${area}.`,
      suggested: true,
      decide: () => ({
        decisions: [patched(matter, value, withinM)],
        words: `use ${value} for ${nameOf(matter.issue)}`,
      }),
    },
  ];
}

function pickOffers(matter: Matter): Offer[] {
  const { all, suggested } = matter.candidates;
  const others = all.filter(({ value }) => !isOfSuggested(value, suggested));
  if (others.length === 0) return [];
  const count = many(others.length, suggested ? 'more reading' : 'reading');
  const are = others.length === 1 ? 'is' : 'are';
  const options = others.map(({ value }) => ({ value, title: value }));
  return [
    {
      id: 'candidate',
      title: suggested ? 'Pick another place for the lost digit' : 'Pick what it was meant to be',
      consequence: `${count} ${are} in ${matter.context.area}. They are the white dots on the map.`,
      input: { kind: 'candidate', label: 'Reading', options },
      decide: (value) => {
        if (!others.some((each) => each.value === value)) {
          throw new Refusal('bad-request', `${quoted(value)} is none of the readings.`);
        }
        const words = `use ${value} for ${nameOf(matter.issue)}`;
        return { decisions: [patched(matter, value)], words };
      },
    },
  ];
}

/** The ten values of a lost last digit are one suggestion. */
const isOfSuggested = (value: string, suggested: Candidates['suggested']): boolean =>
  suggested !== undefined &&
  (value === suggested.value ||
    (suggested.withinM !== undefined && value.slice(0, -1) === suggested.value.slice(0, -1)));

type Cell = Pick<Matter, 'issue' | 'context' | 'line' | 'columns'>;

/** A cell put right; the record is named by its reference, else by all that tells it apart. */
function patched(
  { issue, context, line, columns }: Cell,
  becomes: string,
  withinM?: number,
): Decision {
  const { column = '' } = issue;
  if (!line)
    throw new Refusal('conflict', 'The record cannot be found any more. Read the file again.');
  const cell = (name: string): string => line.cells[columns.indexOf(name)] ?? '';
  const reference = referenceColumn(context);
  const named =
    reference !== undefined && cell(reference) !== '' ? [reference] : columns.slice(0, 4);
  const record = Object.fromEntries(named.map((name) => [name, cell(name)]));
  const reason =
    withinM === undefined ? 'Put right at the desk' : `Put right at the desk, to ${withinM} m`;
  return {
    kind: 'patch',
    patch: {
      record,
      column,
      was: cell(column),
      becomes,
      reason,
      ...(withinM === undefined ? {} : { withinM }),
    },
  };
}

/** The right value, typed. */
export function typeOffers(matter: Matter): Offer[] {
  const { issue, context, line } = matter;
  const { column = '' } = issue;
  if (!line || !matter.columns.includes(column)) return [];
  const isCoordinate = issue.code.startsWith('crs.');
  const what = isCoordinate ? axisName(column, context) : 'value';
  return [
    {
      id: 'type',
      title: `Type the right ${what}`,
      input: {
        kind: 'text',
        label: column,
        hint: isCoordinate ? hintOf(column, context) : 'As it should be in the file',
      },
      decide: (value) => {
        if (value === '') throw new Refusal('bad-request', `Type the right ${what} first.`);
        if (isCoordinate && !/^-?\d+(?:\.\d+)?$/.test(value)) {
          throw new Refusal(
            'bad-request',
            `${quoted(value)} is not a figure. Type digits only, such as 415545.`,
          );
        }
        return { decisions: [patched(matter, value)], words: `use ${value} for ${nameOf(issue)}` };
      },
    },
  ];
}

/** How many digits a coordinate has in the rest of the column. */
function hintOf(column: string, context: DraftContext): string {
  const usual = findColumn(context, column)?.values[0]?.text ?? '';
  return `${(usual.split('.')[0] ?? '').length || 6} digits`;
}

/** The record without a position: it stays in the lists. */
export function withoutPoint({ issue, context }: Matter): Offer {
  return {
    id: 'without-point',
    title:
      issue.records === 1
        ? `Publish ${nameOf(issue)} without a point`
        : `Publish these ${grouped(issue.records)} without a point`,
    consequence: 'It stays in the list and downloads as “position not known”.',
    decide: () => ({
      decisions: [accepted(issue, context)],
      words: `publish ${nameOf(issue)} without a point`,
    }),
  };
}
