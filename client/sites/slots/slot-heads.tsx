import type { Prefer } from '#data/siting/criterion.ts';
import type { Points } from '#data/siting/ranking.ts';
import './slots.css';

type SlotHeadsProps = {
  readonly prefers: readonly Prefer[];
  /** Of any one site: only the weights as used are read. */
  readonly points: readonly Points[];
};

/** The names over the slots, once for a whole list; a slot too narrow for its name shows the beginning of it. */
export function SlotHeads({ prefers, points }: SlotHeadsProps) {
  return (
    <div className="slot-heads" aria-hidden="true">
      {prefers.map(({ id, short, title }, index) => {
        const of = points[index]?.of ?? 0;
        if (of <= 0) return null;
        return (
          <span key={id} className="slot-head" style={{ flexGrow: of }} title={title}>
            {short}
          </span>
        );
      })}
    </div>
  );
}
