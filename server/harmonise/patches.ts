import { issue } from '#data/issues/issue.ts';
import type { Cell, DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { Patch } from '#data/schema/source-rules.ts';
import { fold } from './fields/heading.ts';
import { textOf } from './fields/text.ts';

/** A patch with the positions of its columns in one layer. */
type Fitted = {
  readonly patch: Patch;
  readonly key: readonly (readonly [index: number, value: string])[];
  readonly index: number;
};

/**
 * Layers whose records carry the corrections a person decided on, applied to the cells before anything reads
 * them. Each use is an issue (`value.patched`); a correction whose record is gone or says something else than it
 * did is one too (`value.patch-stale`), and is not applied.
 */
export function patchLayers(
  layers: readonly DecodedLayer[],
  patches: readonly Patch[] = [],
): readonly DecodedLayer[] {
  if (patches.length === 0) return layers;
  return layers.map((layer) => {
    const fitted = patches.flatMap((patch) => fitPatch(patch, layer.columns));
    return fitted.length === 0 ? layer : { ...layer, records: patching(layer, fitted) };
  });
}

/** The patch in this layer; nothing when the layer lacks one of its columns. */
function fitPatch(patch: Patch, columns: readonly string[]): Fitted[] {
  const key = Object.entries(patch.record).map(
    ([column, value]) => [indexOf(column, columns), value.trim()] as const,
  );
  const index = indexOf(patch.column, columns);
  return index < 0 || key.length === 0 || key.some(([at]) => at < 0) ? [] : [{ patch, key, index }];
}

function indexOf(heading: string, columns: readonly string[]): number {
  const exact = columns.indexOf(heading);
  const folded = fold(heading);
  return exact >= 0 || folded === ''
    ? exact
    : columns.findIndex((column) => fold(column) === folded);
}

function patching(layer: DecodedLayer, fitted: readonly Fitted[]): DecodedLayer['records'] {
  return function* (report) {
    const met = new Set<Fitted>();
    for (const record of layer.records(report)) {
      const own = fitted.filter(({ key }) =>
        key.every(([index, value]) => cellText(record, index) === value),
      );
      for (const each of own) met.add(each);
      yield own.length === 0
        ? record
        : patched(record, own, (found) => report({ ...found, layer: layer.name }));
    }
    for (const each of fitted.filter((one) => !met.has(one))) {
      report(
        issue(
          'value.patch-stale',
          { layer: layer.name, column: each.patch.column },
          goneText(each),
        ),
      );
    }
  };
}

function patched(
  record: RawRecord,
  patches: readonly Fitted[],
  report: (issue: Issue) => void,
): RawRecord {
  const values = [...record.values];
  let within = 0;
  for (const { patch, index } of patches) {
    const { column, was, becomes, reason, withinM = 0 } = patch;
    const value = cellText(record, index);
    const place = { line: record.line, column, value };
    if (value === was.trim()) {
      within = Math.max(within, withinM);
      values[index] = cellLike(record.values[index] ?? null, becomes);
      const text = `“${was}” was read as “${becomes}”: ${reason}. Correct it in the file, and the rule can go.`;
      report(issue('value.patched', place, text));
    } else report(issue('value.patch-stale', place, changedText(patch, value)));
  }
  return { ...record, values, ...(within > 0 ? { withinM: within } : {}) };
}

const cellText = ({ values }: RawRecord, index: number): string =>
  textOf(values[index] ?? null).trim();

/** The new value in the kind the cell had: a figure stays a figure. */
function cellLike(cell: Cell, text: string): Cell {
  const figure = Number(text);
  return typeof cell === 'number' && text.trim() !== '' && Number.isFinite(figure) ? figure : text;
}

const recordText = ({ record }: Patch): string =>
  Object.entries(record)
    .map(([column, value]) => `${column} “${value}”`)
    .join(', ');

const goneText = ({ patch }: Fitted): string =>
  `The correction for the record with ${recordText(patch)} was not used: the file has no such record. Take it out of the descriptor.`;

const changedText = ({ was, becomes, ...patch }: Patch, value: string): string =>
  value === becomes.trim()
    ? `The file says “${becomes}” itself now, for the record with ${recordText({ was, becomes, ...patch })}: the correction can be taken out of the descriptor.`
    : `The correction of “${was}” to “${becomes}” was not used: the file says “${value}” now. Check the record, then renew or remove the correction.`;
