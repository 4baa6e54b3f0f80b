import { attributesOf } from '#data/features/index.ts';
import type { Decision } from '#data/schema/decision.ts';
import type { DraftColumn } from '#data/schema/desk-columns.ts';
import type { DraftContext } from '../draft/context.ts';
import type { Taken } from '../issues/offer.ts';
import { Refusal } from '../refusal.ts';
import { quoted } from '../words.ts';
import { allColumns } from './columns.ts';

/**
 * What a choice about a column decides.
 *
 * @throws {Refusal} `bad-request` when it is none of those offered
 */
export function columnChoice(
  column: DraftColumn,
  choice: string,
  value: string,
  context: DraftContext,
): Taken {
  const attributes = context.type ? attributesOf(context.type) : [];
  const map = (name: string, words: string): Taken => ({
    decisions: [
      ...releasing(column, name, context),
      { kind: 'map', attribute: name, rule: { from: column.name } },
    ],
    words,
  });
  if (choice === 'accept' && column.attribute)
    return map(column.attribute.name, `match ${column.name}`);
  if (choice === 'keep') {
    return {
      decisions: [{ kind: 'keep', column: column.name }],
      words: `keep ${column.name} as sent`,
    };
  }
  const wanted = attributes.find(({ name }) => name === value);
  if (choice === 'map' && wanted)
    return map(wanted.name, `match ${column.name} to ${wanted.title}`);
  if (choice.startsWith('code:') && column.attribute) {
    const attribute = attributes.find(({ name }) => name === column.attribute?.name);
    const code = attribute?.codes?.find((each) => each.value === value);
    const text = choice.slice('code:'.length);
    if (attribute && code) {
      return {
        decisions: [
          {
            kind: 'code',
            attribute: attribute.name,
            column: column.name,
            value: text,
            code: code.value,
          },
        ],
        words: `read ${quoted(text)} as ${code.title.toLowerCase()}`,
      };
    }
  }
  throw new Refusal(
    'bad-request',
    `${quoted(choice)} with ${quoted(value)} is no choice for ${column.name}.`,
  );
}

/** A column given to another attribute leaves the one it had. */
function releasing(column: DraftColumn, wanted: string, { source }: DraftContext): Decision[] {
  const held = column.attribute?.name;
  return held !== undefined && held !== wanted && held in source.map
    ? [{ kind: 'keep', column: column.name }]
    : [];
}

/** The column with an id. */
export const columnWith = (id: string, context: DraftContext): DraftColumn | undefined =>
  allColumns(context).find((each) => each.id === id);
