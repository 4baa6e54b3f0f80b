import type { SitesAnswer } from '#data/schema/sites.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import { columnFor } from '#data/siting/prepared.ts';

type UntestedRowsProps = {
  readonly criteria: readonly (Must | Prefer)[];
  readonly answer: SitesAnswer;
  /** Columns of the table beside the first. */
  readonly columns: number;
  /** `either`, `any of the three`. */
  readonly ofThem: string;
};

/** What nobody can tell of any of them: one cell over all columns. */
export function UntestedRows({ criteria, answer, columns, ofThem }: UntestedRowsProps) {
  return criteria.map((criterion) => {
    const column = columnFor(answer, criterion);
    const asks = column?.ask.map(({ name }) => name) ?? [];
    return (
      <tr key={criterion.id} className="untested">
        <th scope="row">{criterion.title}</th>
        <td colSpan={columns}>
          <i className="compare-hatch" aria-hidden="true" />
          Not known for {ofThem}: {reasonOf(column?.reason)}
          {asks.length > 0 && ` Could supply it: ${asks.join(', ')}.`}
        </td>
      </tr>
    );
  });
}

const reasonOf = (reason = 'Nobody supplied it.'): string =>
  reason.charAt(0).toLowerCase() + reason.slice(1);
