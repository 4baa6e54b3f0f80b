import { PAGE_SIZE } from '#client/api/feature-list.ts';
import { formatCount } from '#client/ui/format.ts';
import { IconButton } from '#client/ui/icon-button.tsx';

type ListFootProps = {
  /** From 0. */
  readonly page: number;
  /** Features on all pages. */
  readonly total: number;
  /** What they come to: `together 44.0 ha`; empty where nothing adds up. */
  readonly totals: string;
  /** Why the rows cannot be taken away, in a sentence; empty where they can. */
  readonly refusal: string;
  readonly onPage: (page: number) => void;
};

/** Which rows these are, what all of them come to, and the way to the other pages. */
export function ListFoot({ page, total, totals, refusal, onPage }: ListFootProps) {
  const first = page * PAGE_SIZE + 1;
  const last = Math.min(total, first + PAGE_SIZE - 1);
  const pages = Math.ceil(total / PAGE_SIZE);
  return (
    <div className="list-foot">
      <p>
        {formatCount(first)} to {formatCount(last)} of {formatCount(total)}
        {totals !== '' && (
          <>
            {' '}
            · <b>{totals}</b>
          </>
        )}
        {refusal !== '' && `. ${refusal}`}
      </p>
      {pages > 1 && (
        <nav className="list-pages" aria-label="Pages of the list">
          <IconButton
            icon="chevron-left"
            label="Page before"
            tip="top"
            isDisabled={page === 0}
            onPress={() => onPage(page - 1)}
          />
          <span>
            Page {formatCount(page + 1)} of {formatCount(pages)}
          </span>
          <IconButton
            icon="chevron-right"
            label="Next page"
            tip="top"
            isDisabled={last >= total}
            onPress={() => onPage(page + 1)}
          />
        </nav>
      )}
    </div>
  );
}
