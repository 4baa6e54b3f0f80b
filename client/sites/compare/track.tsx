import type { Points } from '#data/siting/ranking.ts';

type TrackProps = {
  readonly points: Points;
  /** Weight of the heaviest criterion: its track is as long as the column. */
  readonly longest: number;
};

/** Points of a criterion on a track as long as its weight; hatched from least to most where nobody can tell. */
export function Track({ points: { low, high, of }, longest }: TrackProps) {
  if (of <= 0 || longest <= 0) return null;
  return (
    <span className="track" style={{ width: percent(of / longest) }} aria-hidden="true">
      <i className="track-fill" style={{ width: percent(low / of) }} />
      {high - low > 0.05 && (
        <i
          className="track-hatch"
          style={{ left: percent(low / of), width: percent((high - low) / of) }}
        />
      )}
    </span>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
