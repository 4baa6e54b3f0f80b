import { Button } from 'react-aria-components';
import { Callout } from '#client/ui/callout.tsx';
import { formatCount } from '#client/ui/format.ts';
import { LicenceChip } from '#client/ui/licence-chip.tsx';
import type { DownloadPlan } from '#data/schema/download.ts';

type PlanSummaryProps = {
  readonly plan: DownloadPlan;
  /** While the figures are of the question before. */
  readonly isStale: boolean;
  readonly onLeaveOut: (layerId: string) => void;
};

/** What will be in the zip and under what terms, before it is made. */
export function PlanSummary({ plan, isStale, onLeaveOut }: PlanSummaryProps) {
  const { features, licences, refused, warnings, reason, credits } = plan;
  return (
    <section className={isStale ? 'download-plan stale' : 'download-plan'} aria-busy={isStale}>
      <h3>What it holds</h3>
      <p role="status">
        <b>{formatCount(features)}</b> {features === 1 ? 'feature' : 'features'} of{' '}
        {formatCount(plan.layers.length)} {plan.layers.length === 1 ? 'layer' : 'layers'}
        {features === 0 && '. Nothing of these layers is there: take a larger area'}.
      </p>
      {refused.map(({ id, title, reason: why }) => (
        <Callout key={id} tone="bad" title={`${title} may not be taken away.`}>
          {why}{' '}
          <Button className="text-button" onPress={() => onLeaveOut(id)}>
            Leave it out
          </Button>
        </Callout>
      ))}
      {warnings.map((warning) => (
        <Callout key={warning} tone="info" title="Note.">
          {warning}
        </Callout>
      ))}
      <ul className="download-licences">
        {licences.map(({ id, title, chip }) => (
          <li key={id}>
            <LicenceChip kind={chip} title={title} />
            <a href={`/licences/${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">
              {title}
              <span className="hidden"> (opens in a new tab)</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="meta-line">{reason}</p>
      <details>
        <summary>Words to print wherever you use it</summary>
        <p className="download-credits">{credits.long.join(' ')}</p>
      </details>
    </section>
  );
}
