import { columnFor } from '#data/siting/prepared.ts';
import { CompareHeads } from './compare-heads.tsx';
import { DifferenceRows } from './difference-rows.tsx';
import { MustRows } from './must-rows.tsx';
import { UntestedRows } from './untested-rows.tsx';
import type { Comparison } from './use-comparison.ts';
import type { Stills } from './use-stills.ts';

type CompareTableProps = {
  readonly comparison: Comparison;
  /** Numbers of the sites that have a column. */
  readonly shown: readonly number[];
  readonly stills: Stills;
};

/** Where sites differ, widest gap first; where they are much the same; what nobody can tell. */
export function CompareTable({ comparison, shown, stills }: CompareTableProps) {
  const { answer, search, sites, differences } = comparison;
  const { differ, same, untested } = differences;
  const shared = { answer, shown, sites };
  const longest = Math.max(0, ...(sites[0]?.standing.points ?? []).map(({ of }) => of));
  const asked = search.must.filter(({ off }) => !off);
  const isSupplied = (criterion: (typeof asked)[number]) =>
    columnFor(answer, criterion)?.state === 'measured';
  const dark = [...untested, ...asked.filter((must) => !isSupplied(must))];
  return (
    <table className="compare-table" data-columns={shown.length}>
      <caption className="hidden">The sites beside each other</caption>
      <CompareHeads comparison={comparison} shown={shown} stills={stills} />
      <Group
        title="Where they differ"
        columns={shown.length}
        words="widest gap first; bars are drawn to one scale, so a longer track is a heavier weight"
      >
        {differ.length === 0 && (
          <tr>
            <td colSpan={shown.length + 1}>Nowhere by 2 points or more.</td>
          </tr>
        )}
        <DifferenceRows differences={differ} longest={longest} {...shared} />
      </Group>
      {same.length > 0 && (
        <Group title="Much the same" columns={shown.length} words="less than 2 points apart">
          <DifferenceRows differences={same} {...shared} />
        </Group>
      )}
      {asked.some(isSupplied) && (
        <Group title="Musts" columns={shown.length} words="not scored">
          <MustRows musts={asked.filter(isSupplied)} {...shared} />
        </Group>
      )}
      {dark.length > 0 && (
        <Group title="Not tested" columns={shown.length} words="no data for any site">
          <UntestedRows
            criteria={dark}
            answer={answer}
            columns={shown.length}
            ofThem={OF_THEM[sites.length] ?? 'any of them'}
          />
        </Group>
      )}
    </table>
  );
}

const OF_THEM: Readonly<Record<number, string>> = {
  2: 'either',
  3: 'any of the three',
  4: 'any of the four',
};

type GroupProps = {
  readonly title: string;
  readonly words: string;
  readonly columns: number;
  readonly children: React.ReactNode;
};

function Group({ title, words, columns, children }: GroupProps) {
  return (
    <tbody>
      <tr className="compare-group">
        <th scope="rowgroup" colSpan={columns + 1}>
          <h2>{title}</h2> <small>{words}</small>
        </th>
      </tr>
      {children}
    </tbody>
  );
}
