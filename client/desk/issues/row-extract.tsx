import { useQuery } from '@tanstack/react-query';
import { countOf } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { DraftRows } from '#data/schema/desk.ts';
import type { IssueDetail } from '#data/schema/desk-issues.ts';
import { partQuery } from '../api/drafts.ts';
import { useDraft } from '../state/draft-context.ts';

type RowExtractProps = {
  readonly issue: IssueDetail;
  /** The line all the page is about. */
  readonly line: number | undefined;
  readonly onLine: (line: number) => void;
};

type Extract = NonNullable<IssueDetail['extract']>;

/** The line concerned with its neighbours, the cell that is wrong in a box. */
export function RowExtract({ issue, line, onLine }: RowExtractProps) {
  const extract = useExtract(issue, line);
  if (extract === undefined) return null;
  return (
    <section className="extract">
      <h4 className="hidden">In the file</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard */}
      <section className="extract-scroll" tabIndex={0} aria-label="Rows of the file">
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {extract.columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {extract.rows.map((row) => (
              <ExtractRow key={row.line} {...{ row, bad: extract.bad }} />
            ))}
          </tbody>
        </table>
      </section>
      {issue.lines.length > 1 && <LinePicker lines={issue.lines} {...{ line, onLine }} />}
    </section>
  );
}

function ExtractRow({
  row,
  bad,
}: {
  readonly row: Extract['rows'][number];
  readonly bad: Extract['bad'];
}) {
  return (
    <tr className={row.isIt ? 'it' : ''} aria-current={row.isIt ? 'true' : undefined}>
      <th scope="row">{row.line}</th>
      {row.cells.map((text, index) => {
        const words = text === '' ? <em>empty</em> : text;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
          <td key={index}>
            {row.isIt && bad.includes(index) ? (
              <span className="bad-cell">
                {words}
                <span className="hidden"> (this is what is wrong)</span>
              </span>
            ) : (
              words
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** The server sends the first line's rows with the issue; those of another line are asked for. */
function useExtract(issue: IssueDetail, line: number | undefined): Extract | undefined {
  const { draft } = useDraft();
  const { extract, layer } = issue;
  const isOther = line !== undefined && line !== issue.lines[0] && issue.lines.includes(line);
  const range = `from=${Math.max(1, (line ?? 1) - 1)}&to=${(line ?? 1) + 1}`;
  const of = layer === undefined ? '' : `layer=${encodeURIComponent(layer)}&`;
  const { data } = useQuery({
    ...partQuery<DraftRows>(draft, `rows?${of}${range}`),
    enabled: isOther,
  });
  if (!isOther || !extract) return extract;
  if (!data) return undefined;
  const places = extract.columns.map((name) => data.columns.indexOf(name));
  return {
    ...extract,
    rows: data.rows.map((row) => ({
      line: row.line,
      cells: places.map((at) => row.cells[at] ?? ''),
      isIt: row.line === line,
    })),
  };
}

type LinePickerProps = Omit<RowExtractProps, 'issue'> & { readonly lines: readonly number[] };

/** Which of several lines is looked at. */
function LinePicker({ lines, line, onLine }: LinePickerProps) {
  const at = Math.max(0, lines.indexOf(line ?? -1));
  const step = (by: number) => {
    const next = lines[at + by];
    if (next !== undefined) onLine(next);
  };
  return (
    <p className="line-picker">
      <label>
        <span>Line</span>
        <span className="select">
          <select value={lines[at]} onChange={({ target }) => onLine(Number(target.value))}>
            {lines.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size={16} />
        </span>
      </label>
      <span>
        {at + 1} of {countOf(lines.length, 'line')}
      </span>
      <button
        type="button"
        className="text-button"
        aria-disabled={at === 0}
        onClick={() => step(-1)}
      >
        Line before
      </button>
      <button
        type="button"
        className="text-button"
        aria-disabled={at === lines.length - 1}
        onClick={() => step(1)}
      >
        Next line
      </button>
    </p>
  );
}
