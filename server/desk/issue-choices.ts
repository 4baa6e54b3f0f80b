import { attributesOf } from '#data/features/index.ts';
import type { Choice } from '#data/schema/desk-choice.ts';
import type { Decision } from '#data/schema/source.ts';
import type { DraftLine } from '#server/store/draft-lines.ts';
import type { Candidates } from './candidates.ts';
import { type DraftContext, findColumn } from './context.ts';
import { type FoundIssue, referenceColumn } from './issue-found.ts';
import { axisName, nameOf } from './issue-words.ts';
import { personalOffers } from './personal-choices.ts';
import { datedColumns } from './readback.ts';
import { Refusal } from './refusal.ts';
import { grouped, many, quoted } from './words.ts';

/** A choice, and what is decided when it is taken. */
export type Offer = Choice & {
  readonly decide: (value: string) => Taken;
};

/** Decisions of the descriptor, and what taking them is called. */
export type Taken = {
  readonly decisions: readonly Decision[];
  readonly words: string;
  readonly why?: string;
};

/** What an issue's choices are made of. */
export type Matter = {
  readonly issue: FoundIssue;
  readonly context: DraftContext;
  /** Its record, where it is about one. */
  readonly line?: DraftLine;
  readonly columns: readonly string[];
  readonly candidates: Candidates;
};

/** Everything that can be done about an issue, the best first. */
export function offersFor(matter: Matter): readonly Offer[] {
  const { issue } = matter;
  if (issue.band === 'mended') return [];
  switch (issue.code) {
    case 'value.personal-data-suspected':
      return personalOffers(matter);
    case 'crs.digit-lost':
    case 'crs.out-of-country':
    case 'crs.null-island':
    case 'crs.false-origin':
    case 'crs.not-finite':
      return [...candidateOffers(matter), ...typeOffers(matter), withoutPoint(matter)];
    case 'crs.out-of-provider-area':
      return [keepOffer(matter, 'It is right: keep it there'), ...typeOffers(matter)];
    case 'crs.conflict':
    case 'crs.axes-ambiguous':
    case 'crs.mixed-within-file':
      return [...crsOffers(matter), keepOffer(matter, 'Leave it as it is read')];
    case 'value.code-unknown':
      return [...codeOffers(matter), keepOffer(matter, 'Leave it: publish the value as sent')];
    case 'value.date-ambiguous-order':
      return [...dateOffers(matter.context), keepOffer(matter, 'Leave it: day first')];
    case 'value.url-invalid':
      return [noteOffer(matter), ...typeOffers(matter), keepOffer(matter, 'Leave it as sent')];
    case 'value.missing':
    case 'column.missing-required':
    case 'column.all-empty':
      return [
        ...fillOffers(matter),
        keepOffer(matter, 'Publish as not known', 'Never as zero or as no.'),
      ];
    default:
      return [keepOffer(matter, 'It is right: keep it'), ...typeOffers(matter)];
  }
}

function candidateOffers({ issue, context, line, columns, candidates }: Matter): Offer[] {
  const { all, suggested } = candidates;
  const name = nameOf(issue);
  const offers: Offer[] = [];
  const cell = { issue, context, columns, ...(line ? { line } : {}) };
  const patch = (value: string, withinM?: number) => patched(cell, value, withinM);
  if (suggested) {
    const { value, withinM, from, to } = suggested;
    offers.push({
      id: 'suggested',
      title:
        withinM === undefined ? `Use ${value}` : `Use ${value}, marked approximate to ${withinM} m`,
      consequence:
        withinM === undefined
          ? `It is the only reading that lies in ${context.area}.`
          : `If the last digit is lost, the true value is ${from} to ${to}. All ten are in ${context.area}.`,
      suggested: true,
      decide: () => ({ decisions: [patch(value, withinM)], words: `use ${value} for ${name}` }),
    });
  }
  const others = all.filter(({ value }) => !isOfSuggested(value, suggested));
  if (others.length > 0) {
    offers.push({
      id: 'candidate',
      title: suggested ? 'Pick another place for the lost digit' : 'Pick what it was meant to be',
      consequence: `${many(others.length, suggested ? 'more reading' : 'reading')} ${others.length === 1 ? 'is' : 'are'} in ${context.area}. They are the white dots on the map.`,
      input: {
        kind: 'candidate',
        label: 'Reading',
        options: others.map(({ value }) => ({ value, title: value })),
      },
      decide: (value) => {
        if (!others.some((each) => each.value === value))
          throw new Refusal('bad-request', `${quoted(value)} is none of the readings.`);
        return { decisions: [patch(value)], words: `use ${value} for ${name}` };
      },
    });
  }
  return offers;
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

function typeOffers(matter: Matter): Offer[] {
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

function withoutPoint({ issue, context }: Matter): Offer {
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

/** An issue that is right as it is: one record of this file, or a column of every file to come. */
export function accepted(issue: FoundIssue, { draft }: DraftContext): Decision {
  const { code, column, layer, line, records } = issue;
  const isOne = records === 1 && line !== undefined;
  const isCombined = column?.includes(', ') === true;
  return {
    kind: 'accept',
    code,
    ...(column === undefined || isCombined ? {} : { column }),
    ...(layer === undefined ? {} : { layer }),
    ...(isOne ? { line } : {}),
    ...(isOne || code.startsWith('crs.') ? { sha256: draft.sha256 } : {}),
  };
}

const keepOffer = ({ issue, context }: Matter, title: string, consequence?: string): Offer => ({
  id: 'keep',
  title,
  ...(consequence === undefined ? {} : { consequence }),
  decide: () => ({
    decisions: [accepted(issue, context)],
    words: `keep ${issue.column ?? nameOf(issue)} as it is`,
  }),
});

function crsOffers({ context }: Matter): Offer[] {
  const vote = context.closer.layers.find((layer) => layer.vote)?.vote;
  if (!vote) return [];
  return vote.readings
    .filter(({ inside, id, axis }) => inside > 0 || (vote.won?.id === id && vote.won.axis === axis))
    .map(({ id, axis, inside }) => ({
      id: `crs:${id}:${axis}`,
      title: `Read as ${id}, ${axis === 'xy' ? 'east' : 'north'} first`,
      consequence: `${grouped(inside)} of ${grouped(vote.of)} fall in ${context.area}.`,
      ...(vote.won?.id === id && vote.won.axis === axis ? { suggested: true } : {}),
      decide: () => ({ decisions: [{ kind: 'crs', id, axis }], words: `read positions as ${id}` }),
    }));
}

/** Codes of the attribute a column became. */
export function codesOf(column: string | undefined, context: DraftContext) {
  const name = findColumn(context, column)?.taken?.attribute;
  const attribute = context.type && attributesOf(context.type).find((each) => each.name === name);
  return attribute?.codes ? { attribute: attribute.name, codes: attribute.codes } : undefined;
}

function codeOffers({ issue, context }: Matter): Offer[] {
  const list = codesOf(issue.column, context);
  const { column, value = '' } = issue;
  if (!list || column === undefined) return [];
  return list.codes.map(({ value: code, title }) => ({
    id: `code:${code}`,
    title,
    consequence: `${quoted(value)} becomes this, now and in the next edition. The value as sent stays beside it.`,
    decide: () => ({
      decisions: [{ kind: 'code', attribute: list.attribute, column, value, code }],
      words: `read ${quoted(value)} as ${title.toLowerCase()}`,
    }),
  }));
}

/** Day first, or month first, for every dated column. */
export function dateOffers(context: DraftContext): Offer[] {
  const columns = datedColumns(context);
  const offer = (order: 'dmy' | 'mdy', title: string, consequence: string): Offer => ({
    id: `dates:${order}`,
    ...{ title, consequence },
    decide: () => ({
      decisions: columns.flatMap(({ name, taken }): Decision[] =>
        taken ? [{ kind: 'date', attribute: taken.attribute, column: name, order }] : [],
      ),
      words: `read dates ${title.toLowerCase()}`,
    }),
  });
  return [
    offer('dmy', 'Day first', '3/4/2019 is 3 April 2019'),
    offer('mdy', 'Month first', '3/4/2019 is 4 March 2019'),
  ];
}

const noteOffer = ({ issue }: Matter): Offer => ({
  id: 'note',
  title: 'Keep it as a note',
  consequence: 'The column stays in the record and the downloads, and is no link.',
  suggested: true,
  decide: () => ({
    decisions: [{ kind: 'keep', column: issue.column ?? '' }],
    words: `keep ${issue.column} as sent`,
  }),
});

function fillOffers({ issue, context }: Matter): Offer[] {
  const name = findColumn(context, issue.column)?.taken?.attribute ?? issue.value;
  const attribute = context.type && attributesOf(context.type).find((each) => each.name === name);
  if (!attribute) return [];
  return [
    {
      id: 'fill',
      title: 'Give one value for all',
      input: {
        kind: attribute.codes ? 'code' : attribute.type === 'date' ? 'date' : 'text',
        label: attribute.title,
        ...(attribute.codes
          ? { options: attribute.codes.map(({ value, title }) => ({ value, title })) }
          : {}),
      },
      decide: (value) => {
        if (value === '') throw new Refusal('bad-request', 'Give the value first.');
        return {
          decisions: [{ kind: 'map', attribute: attribute.name, rule: { const: value } }],
          words: `use ${quoted(value)} for every ${context.noun}`,
        };
      },
    },
  ];
}
