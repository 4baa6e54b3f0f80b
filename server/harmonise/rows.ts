import type { IssueCode } from '#data/issues/register.ts';
import type { DecodedLayer, RawRecord } from '#data/schema/flow.ts';
import type { Issue } from '#data/schema/issue.ts';
import type { PersonalFinding } from './personal/finding.ts';
import { buildScreen } from './personal/screen.ts';
import { buildProfiler, type LayerFacts } from './profile.ts';
import { buildTally } from './tally.ts';

/** Cells of one layer held in memory; a longer layer is read from its bytes again on each pass. */
const HELD_CELLS = 2_500_000;

/** Findings of decoders in place of one record. */
const DROPPED: ReadonlySet<string> = new Set<IssueCode>(['table.record-too-large']);

/** A layer read through once: its facts, its decoder's findings, and its records for the passes to come. */
export type ReadLayer = {
  readonly layer: DecodedLayer;
  readonly facts: LayerFacts;
  readonly issues: readonly Issue[];
  /** Records that could not be read at all: they are in no facts and no sample. */
  readonly dropped: number;
  /** All records while they are few enough, else an even sample. */
  readonly sample: readonly RawRecord[];
  /** What its columns seem to hold about persons. */
  readonly personal: readonly PersonalFinding[];
  /** May be called again; each call starts at the first record. */
  readonly records: () => Iterable<RawRecord>;
};

/**
 * Read a layer through, keeping its records while they are few enough.
 *
 * @param onRecord told of every record
 * @param hold false for a long file, whose records are never kept
 */
export function readThrough(
  layer: DecodedLayer,
  onRecord: () => void = () => {},
  hold = true,
): ReadLayer {
  const tally = buildTally(layer.name);
  const profiler = buildProfiler(layer.columns);
  const screen = buildScreen();
  const width = layer.columns.length + 1;
  let held: RawRecord[] | undefined = hold ? [] : undefined;
  if (!hold) profiler.detach();
  let dropped = 0;
  const take = (found: Issue): void => {
    if (DROPPED.has(found.code)) dropped++;
    tally.take(found);
  };
  for (const record of layer.records(take)) {
    profiler.see(record);
    onRecord();
    screen.see(record);
    if (held === undefined) continue;
    held.push(record);
    if (held.length * width <= HELD_CELLS) continue;
    held = undefined;
    profiler.detach();
  }
  const rows = held;
  const facts = profiler.facts();
  return {
    layer,
    facts,
    issues: tally.issues(),
    dropped,
    personal: screen.findings(facts.columns),
    sample: rows ?? facts.sample,
    records: rows === undefined ? () => layer.records(() => {}) : () => rows,
  };
}
