import type { SiteColumn } from '#data/schema/sites.ts';

type NotTestedProps = {
  readonly column: SiteColumn | undefined;
  /** What follows from it: `its weight is shared by the others`. */
  readonly effect?: string;
};

/** Why a criterion tells no site from another, and who could mend that. */
export function NotTested({ column, effect }: NotTestedProps) {
  const reason = column?.reason?.replace(/\.$/u, '') ?? 'nobody supplied it';
  const ask = column?.ask ?? [];
  return (
    <span className="origin-line">
      Not tested: {reason.charAt(0).toLowerCase() + reason.slice(1)}
      {effect !== undefined && `; ${effect}`}.
      {ask.length > 0 && (
        <>
          {' '}
          Could supply it:{' '}
          {ask.map(({ name, href }, index) => (
            <span key={name}>
              {index > 0 && ', '}
              {href === undefined ? name : <a href={href}>{name}</a>}
            </span>
          ))}
          .
        </>
      )}
    </span>
  );
}
