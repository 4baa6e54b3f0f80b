import type { Cell, RawRecord } from '#data/schema/flow.ts';
import type { ColumnFacts } from '../profile.ts';
import { judgeColumns, personalValues as personalAmong } from './columns.ts';
import { buildMeter, type Meter, type PersonalFinding } from './finding.ts';
import { SIGN_WORDS, type Sign } from './sign.ts';
import { signsIn } from './text-signs.ts';

/** Looks for personal data while the records of a layer pass once; every cell of every column is seen. */
export type Screen = {
  readonly see: (record: RawRecord) => void;
  /** @param columns facts of the same columns, in the same order */
  readonly findings: (columns: readonly ColumnFacts[]) => readonly PersonalFinding[];
};

/** A screen for one layer. */
export function buildScreen(): Screen {
  const meters: (Meter | undefined)[] = [];
  // The last cell of each column in which nothing was found: most columns repeat themselves.
  const clean: Cell[] = [];
  const meet = (column: number, signs: readonly Sign[], line: number): void => {
    const meter = meters[column] ?? buildMeter();
    meters[column] = meter;
    for (const sign of signs) meter.add(sign, line);
  };
  return {
    see: ({ line, values }) => {
      for (let index = 0; index < values.length; index++) {
        const cell = values[index];
        if (typeof cell !== 'string' || cell === '' || cell === clean[index]) continue;
        const signs = signsIn(cell);
        if (signs.length === 0) clean[index] = cell;
        else meet(index, signs, line);
      }
    },
    findings: (columns) =>
      judgeColumns(columns.map((facts) => ({ facts, met: meters[facts.index]?.met() ?? [] }))),
  };
}

/** What in a column's values looks like a person's own, in words; undefined when nothing does. */
export function personalValues(column: ColumnFacts): string | undefined {
  const kind = personalAmong(column, signsIn);
  return kind === undefined ? undefined : SIGN_WORDS[kind];
}
