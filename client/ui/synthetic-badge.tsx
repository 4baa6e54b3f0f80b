/** Says that data is invented for demonstration; square, dashed and hatched wherever it stands. */
export function SyntheticBadge() {
  return (
    <span className="synthetic" title="Made up for demonstration, not a record of anything real">
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        <path d="M0 4 4 0M0 10 10 0M6 10l4-4" stroke="currentColor" strokeWidth="1.4" />
      </svg>
      Synthetic
    </span>
  );
}
