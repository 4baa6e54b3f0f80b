import { attributesOf } from '#data/features/index.ts';
import type { Attribute } from '#data/schema/attribute.ts';
import type { ColumnLook } from '#data/schema/closer.ts';
import type {
  ColumnBand,
  DraftColumn,
  DraftColumns,
  ValueMatch,
} from '#data/schema/desk-columns.ts';
import { grouped, many } from '#data/words/figures.ts';
import { type DraftContext, idOf, takenLayers } from '../draft/context.ts';

/** Confidence from which a match is certain, and likely. Source: the desk's design, `publish.md`. */
const CERTAIN = 0.9;
const LIKELY = 0.7;
/** Two attributes nearer to one another than this are for a person to tell apart. */
const CLOSE = 0.1;
/** Values shown of a column. */
const SHOWN = 3;

/** Every column beside what it becomes, most doubtful first. */
export function columnsView(context: DraftContext): DraftColumns {
  const columns = allColumns(context);
  const attributes = context.type ? attributesOf(context.type) : [];
  const { settle, likely, certain, kept } = countBands(columns);
  const taken = new Map(
    columns.flatMap(({ attribute, name }) => (attribute ? [[attribute.name, name]] : [])),
  );
  const position = columns.some(({ isPosition }) => isPosition);
  return {
    words: `${grouped(likely + certain)} matched, ${grouped(settle)} to settle, ${grouped(kept)} kept as you sent it. Saved for the next edition, so you do this once.`,
    columns: columns.toSorted((a, b) => BANDS.indexOf(a.band) - BANDS.indexOf(b.band)),
    attributes: attributes.map(({ name, title, type, unit, required, description }) => {
      const column = taken.get(name);
      return {
        ...{ name, title, type, required: required === true },
        ...(unit === undefined ? {} : { unit }),
        ...(description === undefined ? {} : { description }),
        ...(column === undefined ? {} : { column }),
      };
    }),
    missing: attributes
      .filter(
        ({ name, required }) => required === true && !taken.has(name) && !isMade(name, context),
      )
      .filter(({ name }) => !(position && name === 'geometry'))
      .map(({ name, title }) => ({ name, title })),
  };
}

const BANDS: readonly ColumnBand[] = ['settle', 'likely', 'certain', 'kept'];

/** True when the descriptor gives an attribute without a column. */
const isMade = (name: string, { source }: DraftContext): boolean =>
  name in source.map || name in source.defaults;

/** How many columns are in each band. */
export function countBands(
  columns: readonly Pick<DraftColumn, 'band'>[],
): Record<ColumnBand, number> {
  const counts = { settle: 0, likely: 0, certain: 0, kept: 0 };
  for (const { band } of columns) counts[band]++;
  return counts;
}

/** The columns of every layer taken, in the order of the file. */
export const allColumns = (context: DraftContext): readonly DraftColumn[] =>
  takenLayers(context).flatMap(({ name, columns, records }) =>
    columns.map((look) => columnOf(look, { layer: name, records }, context)),
  );

type Place = { readonly layer: string; readonly records: number };

function columnOf(look: ColumnLook, { layer, records }: Place, context: DraftContext): DraftColumn {
  const attribute = attributeOf(look, context);
  const own = look.candidates.find((each) => each.attribute === look.taken?.attribute);
  const by = byWhom(look, context);
  const confidence = look.isPosition || by !== 'suggestion' ? 1 : (own?.confidence ?? 0);
  const matches = attribute && !look.isPersonal ? matchesOf(look, attribute, context) : [];
  const band = bandOf(look, { confidence, by, matches });
  const range = rangeOf(look, attribute);
  return {
    id: idOf('column', layer, look.label),
    ...{ layer, name: look.name, band, confidence, by },
    ...(attribute
      ? {
          attribute: {
            name: attribute.name,
            title: attribute.title,
            required: attribute.required === true,
          },
        }
      : {}),
    sure: confidence >= CERTAIN ? 'certain' : confidence >= LIKELY ? 'likely' : 'unsure',
    because: becauseOf(look, own?.reason, by, matches),
    isPosition: look.isPosition,
    isPersonal: look.isPersonal,
    isRedacted: context.source.redact?.some(({ column }) => column === look.name) === true,
    filled: look.filled,
    of: records,
    values: look.values
      .slice(0, SHOWN)
      .map(({ text, rows }) => ({ text, rows, isOdd: look.figures?.odd.includes(text) === true })),
    more: Math.max(0, look.distinct - SHOWN),
    ...(range === undefined ? {} : { range }),
    matches: [...matches],
    candidates: look.candidates.map(({ attribute: name, confidence: sure }) => ({
      name,
      title: titleOf(name, context),
      confidence: sure,
    })),
  };
}

const attributeOf = (look: ColumnLook, { type }: DraftContext): Attribute | undefined =>
  type && attributesOf(type).find(({ name }) => name === look.taken?.attribute);

const titleOf = (name: string, { type }: DraftContext): string =>
  (type ? attributesOf(type) : []).find((each) => each.name === name)?.title ?? name;

function byWhom(look: ColumnLook, { draft, source }: DraftContext): DraftColumn['by'] {
  const isDecided = draft.work.decided.some(
    ({ decision }) =>
      (decision.kind === 'map' && decision.attribute === look.taken?.attribute) ||
      (decision.kind === 'keep' && decision.column === look.name),
  );
  if (isDecided) return 'person';
  if (source.keep?.includes(look.name)) return 'descriptor';
  if (!look.taken) return look.isPosition ? 'suggestion' : 'nobody';
  return look.taken.by === 'descriptor' ? 'descriptor' : 'suggestion';
}

type Sure = {
  readonly confidence: number;
  readonly by: DraftColumn['by'];
  readonly matches: readonly ValueMatch[];
};

function bandOf(look: ColumnLook, { confidence, by, matches }: Sure): ColumnBand {
  if (look.isPosition) return 'certain';
  if (!look.taken) return 'kept';
  if (matches.some(({ becomes }) => !becomes)) return 'settle';
  if (by !== 'suggestion') return 'certain';
  const [first, second] = look.candidates;
  const isClose =
    first !== undefined && second !== undefined && first.confidence - second.confidence < CLOSE;
  if (confidence < LIKELY || isClose) return 'settle';
  return confidence >= CERTAIN ? 'certain' : 'likely';
}

function becauseOf(
  look: ColumnLook,
  reason: string | undefined,
  by: DraftColumn['by'],
  matches: readonly ValueMatch[],
): string {
  const unknown = matches.filter(({ becomes }) => !becomes).length;
  const are = unknown === 1 ? 'is' : 'are';
  if (unknown > 0) {
    return `${grouped(unknown)} of its ${many(matches.length, 'value')} ${are} not in our list`;
  }
  if (look.isPosition) return 'Where the points land';
  const said = SAID[by];
  if (said !== undefined) return said;
  if (look.filled === 0) return look.taken ? 'Name only: it is empty' : 'It is empty';
  const [best] = look.candidates;
  if (!look.taken)
    return best ? 'Another column fits better, or none well enough' : 'No attribute of ours fits';
  return sentenceOf(reason ?? 'Its name and values fit');
}

/** Reasons where somebody said so. */
const SAID: Readonly<Partial<Record<DraftColumn['by'], string>>> = {
  person: 'You said so',
  descriptor: 'As in the edition before',
};

const sentenceOf = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function rangeOf({ figures }: ColumnLook, attribute: Attribute | undefined): string | undefined {
  if (!figures) return undefined;
  const unit = attribute?.unit ? ` ${attribute.unit}` : '';
  return figures.least === figures.most
    ? `${grouped(figures.least)}${unit}`
    : `${grouped(figures.least)} to ${grouped(figures.most)}${unit}`;
}

/** Values of a column whose attribute takes them from a list, those without a code first. */
function matchesOf(
  look: ColumnLook,
  attribute: Attribute,
  { source }: DraftContext,
): readonly ValueMatch[] {
  const { codes } = attribute;
  if (!codes) return [];
  const rule = source.map[attribute.name];
  const ruled = typeof rule === 'object' && 'from' in rule ? (rule.codes ?? {}) : {};
  return look.values
    .map(({ text, rows, lines, becomes }): ValueMatch => {
      const code = codes.find(({ value }) => value === becomes);
      return {
        ...{ value: text, rows, lines: [...lines], isRule: Object.hasOwn(ruled, text) },
        ...(code ? { becomes: { code: code.value, title: code.title } } : {}),
        choices: codes.map(({ value, title }) => ({
          id: `code:${text}`,
          title,
          ...(value === becomes ? { current: true } : {}),
          input: { kind: 'code' as const, label: title, options: [{ value, title }] },
        })),
      };
    })
    .toSorted((a, b) => Number(a.becomes !== undefined) - Number(b.becomes !== undefined));
}
