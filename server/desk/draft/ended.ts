import type { Ended } from '#data/schema/source-rules.ts';
import type { EditionRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import { dayOf, mayEnd } from '../publish/guards.ts';
import { Refusal } from '../refusal.ts';
import { type DraftContext, takenLayers } from './context.ts';

/** Records kept, ended, at most; a register that loses more was cut off. */
const MOST_ENDED = 5_000;

/**
 * Records of the live edition that the file no longer holds, in the columns of the file, with the day they ended;
 * those ended before stay.
 *
 * @throws {Refusal} when the file has no references, or too many are gone
 */
export async function endedRecords(context: DraftContext, store: Store): Promise<readonly Ended[]> {
  const { found, source, edition, closer, draft } = context;
  const [layer] = takenLayers(context);
  const live = found.compared && (await store.findEdition(found.compared.row));
  if (!live || !layer || !mayEnd(context)) {
    throw new Refusal(
      'conflict',
      'Only a table whose records have a reference can keep what it lost.',
    );
  }
  if ((found.compared?.removed ?? 0) > MOST_ENDED) {
    throw new Refusal(
      'conflict',
      'So many records are gone that the file looks cut off. Send the whole file.',
    );
  }
  const by = layer.columns.find(({ taken }) => taken?.attribute === 'reference')?.name ?? '';
  const on = dayOf(closer, draft.savedAt);
  const gone: Ended[] = [];
  const changes = await store.listChanges(edition, { kinds: ['removed'], limit: MOST_ENDED });
  for (const { id } of changes) {
    const line = await store.drafts.findLine(live.row, id);
    if (!line) continue;
    const headings = live.report.layers.find(({ name }) => name === line.layer)?.columns ?? [];
    const cells = new Map(headings.map((heading, index) => [heading, line.cells[index] ?? '']));
    gone.push({ record: recordOf(layer.columns, cells, live), by: [by], on });
  }
  return [...(source.ended ?? []), ...gone];
}

type Columns = ReturnType<typeof takenLayers>[number]['columns'];

/** A former record in the columns of the new file: by heading, else by the attribute both became. */
function recordOf(
  columns: Columns,
  cells: ReadonlyMap<string, string>,
  { lock }: EditionRow,
): Record<string, string> {
  const former = Object.assign({}, ...lock.map((each) => each.columns)) as Readonly<
    Record<string, readonly string[]>
  >;
  return Object.fromEntries(
    columns.flatMap(({ name, taken }) => {
      const [heading] = taken ? (former[taken.attribute] ?? []) : [];
      const cell = cells.get(name) ?? (heading === undefined ? undefined : cells.get(heading));
      return cell === undefined || cell === '' ? [] : [[name, cell]];
    }),
  );
}
