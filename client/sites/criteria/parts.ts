import type { Condition } from '#data/query/filter.ts';
import type { Must, Prefer, Test, What, Worth } from '#data/siting/criterion.ts';
import { saySet } from '#data/siting/figures.ts';
import { STRAIGHT, sayTest, unitOf } from '#data/siting/words.ts';
import type { FinderAction } from '../state/finder.ts';
import { type ShownUnit, shownUnit } from './units.ts';

/** A piece of a criterion's sentence: words, or a value that can be changed where it stands. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'figure';
      /** What the figure is of: `Site area, at least`. */
      readonly label: string;
      readonly words: string;
      readonly value: number;
      readonly shown: ShownUnit;
      readonly change: (value: number) => FinderAction;
    }
  | {
      readonly kind: 'values';
      readonly label: string;
      readonly words: string;
      readonly values: readonly string[];
      readonly change: (values: readonly string[]) => FinderAction;
    };

const text = (words: string): Part => ({ kind: 'text', text: words });

/** A must after its title: `at least [1 ha]`, `within [2.2 km]`, `covers [none] of the site`. */
export function testParts(must: Must): readonly Part[] {
  const { id, title, what, test } = must;
  const change = (next: Test): FinderAction => ({ kind: 'must-test', id, test: next });
  if (test.op === 'known') return [text('is known')];
  if ('values' in test) {
    const op = test.op === 'is' ? 'is' : 'is not';
    return [
      text(op),
      {
        kind: 'values',
        label: `${title}, ${op}`,
        words: sayTest(what, test).slice(op.length + 1),
        values: test.values,
        change: (values) => change({ ...test, values }),
      },
    ];
  }
  const [before, after] = aroundFigure(what, test);
  const isNone = before === 'covers' && test.value === 0;
  return [
    text(before),
    {
      kind: 'figure',
      label: `${title}, ${before}`,
      words: isNone
        ? 'none'
        : [saySet(test.value, unitOf(what)), after.away].filter(Boolean).join(' '),
      value: test.value,
      shown: shownUnit(what, [test.value]),
      change: (value) => change({ ...test, value }),
    },
    ...(after.rest === '' ? [] : [text(after.rest)]),
  ];
}

type FigureTest = Extract<Test, { readonly value: number }>;

/** Words before the figure, those underlined with it, and those after. */
function aroundFigure(
  what: What,
  { op, value }: FigureTest,
): readonly [before: string, after: { readonly away: string; readonly rest: string }] {
  const least = op === 'at-least' ? 'at least' : 'at most';
  if (what.kind === 'distance') {
    return op === 'at-least'
      ? [least, { away: 'away', rest: '' }]
      : ['within', { away: '', rest: '' }];
  }
  if (what.kind !== 'share' && what.kind !== 'hectares') return [least, { away: '', rest: '' }];
  const rest = what.kind === 'share' || value === 0 ? 'of the site' : '';
  return [value === 0 && op === 'at-most' ? 'covers' : `covers ${least}`, { away: '', rest }];
}

/** What a preferred criterion's values are worth: `full at [20 MVA], none at [5 MVA]`. */
export function worthParts({ id, title, what, worth }: Prefer): readonly Part[] | undefined {
  if (worth.kind !== 'linear') return undefined;
  const shown = shownUnit(what, [worth.full, worth.none]);
  const anchor = (end: 'full' | 'none'): Part => ({
    kind: 'figure',
    label: `${title}, ${end} at`,
    words: saySet(worth[end] / shown.scale, shown.unit === 'm' ? undefined : shown.unit).concat(
      shown.unit === 'm' ? '\u00a0m' : '',
    ),
    value: worth[end],
    shown,
    change: (value) => ({ kind: 'worth', id, worth: withAnchor(worth, end, value) }),
  });
  return [text('full at'), anchor('full'), text(', none at'), anchor('none')];
}

const withAnchor = (
  worth: Extract<Worth, { kind: 'linear' }>,
  end: 'full' | 'none',
  value: number,
): Worth => ({ ...worth, [end]: value });

/**
 * The title, with the lower ends of its conditions to be changed where they stand in it: `A primary with at least
 * [10 MW] of demand headroom`; those it does not name come after it.
 */
export function titleParts({ id, title, what }: Must | Prefer): readonly Part[] {
  if (!('of' in what)) return [text(title)];
  const conditions = (what.of.where ?? []).flatMap((condition, index) =>
    condition.kind === 'range' && typeof condition.min === 'number'
      ? [{ attribute: condition.attribute, min: condition.min, index }]
      : [],
  );
  // one value is enough to change in a title; more would have to be told apart
  const [first] = conditions;
  if (first === undefined) return [text(title)];
  const { attribute, min, index } = first;
  const asSite: What = { kind: 'site', attribute };
  const unit = unitOf(asSite);
  const name = attributeWords(attribute, unit);
  const words = saySet(min, unit);
  const [before, after] = splitAt(title, words);
  const figure: Part = {
    kind: 'figure',
    label: `${name}, at least`,
    words,
    value: min,
    shown: shownUnit(asSite, [min]),
    change: (value) => ({
      kind: 'what',
      id,
      what: { ...what, of: { ...what.of, where: replaced(what.of.where ?? [], index, value) } },
      ...(after === undefined ? {} : { title: `${before}${plain(saySet(value, unit))}${after}` }),
    }),
  };
  if (after === undefined) return [text(title), text('with at least'), figure, text(name)];
  return [text(before.trimEnd()), figure, text(after.trimStart())].filter(
    (part) => part.kind !== 'text' || part.text !== '',
  );
}

const plain = (words: string): string => words.replaceAll('\u00a0', ' ');

/** A title around a figure it names; the second part is absent where it does not. */
function splitAt(title: string, words: string): readonly [string, string | undefined] {
  const at = plain(title).indexOf(plain(words));
  return at < 0 ? [title, undefined] : [title.slice(0, at), title.slice(at + words.length)];
}

const replaced = (where: readonly Condition[], at: number, min: number): readonly Condition[] =>
  where.map((condition, index) =>
    index === at && condition.kind === 'range' ? ({ ...condition, min } as Condition) : condition,
  );

/** `demand-headroom-mw` → `demand headroom`. */
function attributeWords(attribute: string, unit: string | undefined): string {
  const ending = unit === undefined ? '' : `-${unit.toLowerCase()}`;
  const name = attribute.endsWith(ending)
    ? attribute.slice(0, -ending.length || undefined)
    : attribute;
  return name.replaceAll('-', ' ');
}

/** How it is measured, where that must be said. */
export const methodOf = (what: What): string | undefined =>
  what.kind === 'distance' ? STRAIGHT.slice(1, -1) : undefined;
