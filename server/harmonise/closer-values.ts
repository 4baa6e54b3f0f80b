import { attributesOf, findFeatureType } from '#data/features/index.ts';
import type { CloserLook } from '#data/schema/closer.ts';
import type { Feature, UnplacedFeature } from '#data/schema/feature.ts';

type Kind = 'figure' | 'code' | 'date' | 'none';
type Sum = { readonly sum: number; readonly records: number };

/** Sums of figures, how often each code stands, and the newest date. */
export function countValues() {
  const sums = new Map<string, Sum>();
  const codes = new Map<string, Map<string, number>>();
  const kinds = new Map<string, Kind>();
  let newest: CloserLook['newest'];

  const kindOf = (type: string, name: string): Kind => {
    const key = `${type} ${name}`;
    const known = kinds.get(key) ?? kindOfAttribute(type, name);
    kinds.set(key, known);
    return known;
  };
  const date = (attribute: string, value: string, column: string): void => {
    if (value > (newest?.date ?? '')) newest = { date: value, attribute, column };
  };
  const add = (name: string, value: number): void => {
    const known = sums.get(name) ?? { sum: 0, records: 0 };
    sums.set(name, { sum: known.sum + value, records: known.records + 1 });
  };
  const count = (name: string, value: string): void => {
    const known = codes.get(name) ?? new Map<string, number>();
    codes.set(name, known.set(value, (known.get(value) ?? 0) + 1));
  };

  const takers: Readonly<Record<Kind, (name: string, value: unknown, column: string) => void>> = {
    figure: (name, value) => add(name, Number(value)),
    code: (name, value) => count(name, String(value)),
    date: (name, value, column) => date(name, String(value), column),
    none: () => undefined,
  };
  const see = ({ type, attributes, sources }: Feature | UnplacedFeature): void => {
    for (const [name, value] of Object.entries(attributes)) {
      takers[kindOf(type, name)](name, value, sources[name]?.columns[0] ?? '');
    }
  };
  return {
    see,
    sums: () => Object.fromEntries(sums),
    codes: () =>
      Object.fromEntries([...codes].map(([name, each]) => [name, Object.fromEntries(each)])),
    newest: () => newest,
  };
}

/** Attributes whose dates lie ahead say nothing of how new the data is. */
const AHEAD = /end-date|expir|review|planned|target|due/;

const KINDS: Readonly<Record<string, Kind>> = {
  integer: 'figure',
  decimal: 'figure',
  code: 'code',
  boolean: 'code',
  date: 'date',
};

function kindOfAttribute(type: string, name: string): Kind {
  const found = findFeatureType(type);
  const attribute = found && attributesOf(found).find((each) => each.name === name);
  const kind = KINDS[attribute?.type ?? ''] ?? 'none';
  return kind === 'date' && AHEAD.test(name) ? 'none' : kind;
}
