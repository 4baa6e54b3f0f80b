import { countOf } from '#client/ui/format.ts';

type AlsoPublishedProps = { readonly extra: Readonly<Record<string, string | number | boolean>> };

/** Columns no attribute took: nothing a publisher wrote is lost. */
export function AlsoPublished({ extra }: AlsoPublishedProps) {
  const columns = Object.entries(extra);
  if (columns.length === 0) return null;
  return (
    <details className="also-published">
      <summary>
        <h3>Also published</h3> <small>{countOf(columns.length, 'column')}</small>
      </summary>
      <dl>
        {columns.map(([column, value]) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
