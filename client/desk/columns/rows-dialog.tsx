import { useQuery } from '@tanstack/react-query';
import { DialogBox } from '#client/ui/dialog-box.tsx';
import { Skeleton } from '#client/ui/skeleton.tsx';
import type { DraftRows } from '#data/schema/desk.ts';
import { partQuery } from '../api/drafts.ts';
import { useDraft } from '../state/draft-context.ts';

/** Lines under the headings that are shown. */
const [FIRST_LINE, LAST_LINE] = [2, 4];

/** The first rows of the file, column by column, as sent; what may describe a person is masked by the server. */
export function RowsDialog({ onClose }: { readonly onClose: () => void }) {
  const { draft } = useDraft();
  const { data, error } = useQuery(
    partQuery<DraftRows>(draft, `rows?from=${FIRST_LINE}&to=${LAST_LINE}`),
  );
  return (
    <DialogBox title={`3 rows of ${draft.file.name}`} onClose={onClose} isWide>
      {error && (
        <p role="alert" className="tone-bad">
          {error.message}
        </p>
      )}
      {!data && !error && <Skeleton label="Rows" rows={8} rowPx={36} />}
      {data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard
        <section className="rows-scroll" tabIndex={0} aria-label="Rows of the file">
          <table className="side-table rows">
            <thead>
              <tr>
                <th scope="col">Your column</th>
                {data.rows.map(({ line }) => (
                  <th key={line} scope="col">
                    Line {line}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.columns.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name: their place tells them apart
                <tr key={index}>
                  <th scope="row">{name}</th>
                  {data.rows.map(({ line, cells }) => (
                    <td key={line}>{cells[index] === '' ? <em>empty</em> : cells[index]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </DialogBox>
  );
}
