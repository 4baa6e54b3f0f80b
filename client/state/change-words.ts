import type { ChangeKind } from '#data/schema/change-kind.ts';
import type { LayerChange } from '#data/schema/layer-changes.ts';
import { sayLength } from './units.ts';

/** Sign and word of each kind, in the order they are told; the map marks have the same signs. */
export const KINDS: Readonly<Record<ChangeKind, { readonly sign: string; readonly word: string }>> =
  {
    added: { sign: '+', word: 'Added' },
    removed: { sign: '−', word: 'Removed' },
    changed: { sign: '~', word: 'Changed' },
    moved: { sign: '→', word: 'Moved' },
  };

/** The kind a mark is drawn with: a thing both changed and moved is drawn as moved. */
export const mainKind = ({ kinds }: Pick<LayerChange, 'kinds'>): ChangeKind =>
  (['added', 'removed', 'moved'] as const).find((kind) => kinds.includes(kind)) ?? 'changed';

/** How it differs, in words, a line each: `Name: “Old mill” → “New mill”`, `Moved 12 m`. */
export function differencesOf({
  fields,
  move,
  kinds,
}: Pick<LayerChange, 'fields' | 'move' | 'kinds'>): readonly string[] {
  const moved = kinds.includes('moved') ? [sayMove(move)] : [];
  return [...moved, ...fields.map(sayField)];
}

type Field = LayerChange['fields'][number];

/** An attribute as the server words it; a column no attribute took by its name, its values as published. */
const sayField = ({ name, title, from, to }: Field): string =>
  title === undefined
    ? `${titled(name)}: ${quoted(from)} → ${quoted(to)}`
    : `${title}: ${plain(from)} → ${plain(to)}`;

function sayMove(move: LayerChange['move']): string {
  const parts = [
    ...(move?.distanceM ? [`by ${sayLength(move.distanceM, 'metric')}`] : []),
    ...(move?.areaM2
      ? [`area ${hectares(move.areaM2.from)} → ${hectares(move.areaM2.to)} ha`]
      : []),
    ...(move?.lengthM
      ? [
          `length ${sayLength(move.lengthM.from, 'metric')} → ${sayLength(move.lengthM.to, 'metric')}`,
        ]
      : []),
  ];
  return parts.length === 0 ? 'Drawn otherwise' : `Moved ${parts.join(', ')}`;
}

const hectares = (areaM2: number): string =>
  (areaM2 / 10_000).toLocaleString('en-GB', { maximumFractionDigits: 2 });

const titled = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const NOT_STATED = 'not stated';

const plain = (value: Field['to']): string => (value === undefined ? NOT_STATED : String(value));

const quoted = (value: Field['to']): string =>
  value === undefined ? NOT_STATED : `“${Array.isArray(value) ? value.join(', ') : value}”`;
