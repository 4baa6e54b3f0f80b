type SkeletonProps = {
  /** What is loading, for screen readers: `Layers`. */
  readonly label: string;
  readonly rows: number;
  /** Height of a row, px, so that nothing jumps when the rows come. */
  readonly rowPx: number;
};

/** The shape of what is coming; appears only when it is late by 300 ms (the delay is in the style). */
export function Skeleton({ label, rows, rowPx }: SkeletonProps) {
  return (
    <div className="skeleton" role="status">
      <span className="hidden">{label} loading</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <span key={row} className="skeleton-row" style={{ height: rowPx }}>
          <i />
        </span>
      ))}
    </div>
  );
}
