import { attributesOf } from '#data/features/index.ts';
import type { Decision } from '#data/schema/decision.ts';
import { grouped } from '#data/words/figures.ts';
import { type DraftContext, findColumn } from '../draft/context.ts';
import { datedColumns } from '../readback/dates.ts';
import { Refusal } from '../refusal.ts';
import { quoted } from '../words.ts';
import type { Matter, Offer } from './offer.ts';

/** The systems in which something falls into the publisher's area. */
export function crsOffers({ context }: Matter): Offer[] {
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
function codesOf(column: string | undefined, context: DraftContext) {
  const name = findColumn(context, column)?.taken?.attribute;
  const attribute = context.type && attributesOf(context.type).find((each) => each.name === name);
  return attribute?.codes ? { attribute: attribute.name, codes: attribute.codes } : undefined;
}

/** Every value of the list. */
export function codeOffers({ issue, context }: Matter): Offer[] {
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

/** A column that is no link after all. */
export const noteOffer = ({ issue }: Matter): Offer => ({
  id: 'note',
  title: 'Keep it as a note',
  consequence: 'The column stays in the record and the downloads, and is no link.',
  suggested: true,
  decide: () => ({
    decisions: [{ kind: 'keep', column: issue.column ?? '' }],
    words: `keep ${issue.column} as sent`,
  }),
});

/** One value where there is none. */
export function fillOffers({ issue, context }: Matter): Offer[] {
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
