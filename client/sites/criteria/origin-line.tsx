import type { ReactNode } from 'react';
import type { SiteColumn, SitesAnswer } from '#data/schema/sites.ts';
import type { Change } from '#data/siting/changes-from-profile.ts';
import type { Must, Prefer } from '#data/siting/criterion.ts';
import { methodOf } from './parts.ts';
import { saySources } from './source-name.ts';

type OriginLineProps = {
  readonly criterion: Must | Prefer;
  /** Absent: as the profile has it. */
  readonly change: Change | undefined;
  readonly column: SiteColumn | undefined;
  readonly answer: SitesAnswer | undefined;
  readonly children?: ReactNode;
};

/** Whose rule it is, how it is measured, and on whose data. */
export function OriginLine({ criterion, change, column, answer, children }: OriginLineProps) {
  const sources = (column?.sources ?? []).flatMap((index) => answer?.sources[index] ?? []);
  const words = saySources(sources);
  const method = methodOf(criterion.what);
  return (
    <span className="origin-line">
      <Whose criterion={criterion} change={change} />
      {method !== undefined && ` · ${method}`}
      {words !== undefined && (
        <span title={sources.map(({ title }) => title).join('; ')}> · {words}</span>
      )}
      {column === undefined && answer !== undefined && ' · being measured'}
      {children}
    </span>
  );
}

type WhoseProps = Pick<OriginLineProps, 'criterion' | 'change'>;

/** Whose figures they are: `Changed from 5 ha`, `Added by you`, `Sourced: …`, `Default to argue with`. */
export function Whose({ criterion: { origin }, change }: WhoseProps) {
  if (change?.kind === 'added') return 'Added by you';
  if (change?.kind === 'off') return 'Left out by you';
  if (change?.from !== undefined) return `Changed from ${change.from}`;
  if (origin === undefined) return 'As shared';
  if (origin.kind === 'default') {
    return <span title={origin.text}>Default to argue with</span>;
  }
  return (
    <>
      Sourced:{' '}
      {origin.url === undefined ? (
        origin.text
      ) : (
        <a href={origin.url} target="_blank" rel="noreferrer">
          {origin.text}
        </a>
      )}
    </>
  );
}
