import type { Prefer } from '#data/siting/criterion.ts';
import type { Points } from '#data/siting/ranking.ts';
import './slots.css';

/** Height of the bar: in a list 8 px, beside others 12, opened 20. */
export type SlotSize = 'list' | 'compare' | 'opened';

type SlotBarProps = {
  readonly prefers: readonly Prefer[];
  /** In the order of `prefers`. */
  readonly points: readonly Points[];
  readonly size: SlotSize;
};

/**
 * One slot a criterion, as wide as its weight, filled by its share of the points; hatched from least to most where
 * nobody can tell. For the eye alone: the row says the same in words.
 */
export function SlotBar({ prefers, points, size }: SlotBarProps) {
  return (
    <span className={`slots slots-${size}`} aria-hidden="true">
      {prefers.map(({ id }, index) => {
        const { low = 0, high = 0, of = 0 } = points[index] ?? {};
        if (of <= 0) return null;
        const isRange = high - low > 0.05;
        return (
          <span key={id} className="slot" style={{ flexGrow: of }}>
            <i className="slot-fill" style={{ width: percent(low / of) }} />
            {isRange && (
              <i
                className="slot-hatch"
                style={{ left: percent(low / of), width: percent((high - low) / of) }}
              />
            )}
          </span>
        );
      })}
    </span>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
