type CoverageBarProps = {
  /** Every district, in order: its name and whether it supplied the data. */
  readonly districts: readonly { readonly name: string; readonly supplied: boolean }[];
};

/** One cell a district, filled where it supplied; the words beside it say the same. */
export function CoverageBar({ districts }: CoverageBarProps) {
  const supplied = districts.filter((district) => district.supplied);
  const missing = districts.filter((district) => !district.supplied).map(({ name }) => name);
  const words = `${supplied.length} of ${districts.length} districts`;
  const title = missing.length === 0 ? words : `${words}; none from ${missing.join(', ')}`;
  return (
    <span className="coverage" role="img" aria-label={title} title={title}>
      {districts.map(({ name, supplied: filled }) => (
        <i key={name} className={filled ? 'filled' : ''} />
      ))}
    </span>
  );
}
