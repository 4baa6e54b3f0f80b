import { Callout } from '#client/ui/callout.tsx';
import type { FeatureDetail, IssueView } from '#data/schema/api.ts';

/** Findings shown before the rest is left to the dataset's page. */
const SHOWN = 3;

const GRAVE = ['critical', 'error'];
const WORTH_SAYING = [...GRAVE, 'warning'];

/** What is doubtful about this record, as found when it was read. */
export function Findings({ feature }: { readonly feature: FeatureDetail }) {
  const { dataset } = feature.provenance;
  const told = feature.issues.filter(({ severity }) => WORTH_SAYING.includes(severity));
  if (told.length === 0) return null;
  const grave = told.some(({ severity }) => GRAVE.includes(severity));
  return (
    <Callout tone={grave ? 'bad' : 'warn'} title="Check before you rely on this.">
      {told.slice(0, SHOWN).map((issue) => (
        <span key={`${issue.code} ${issue.column ?? ''}`} className="finding">
          {sayIssue(issue)}
        </span>
      ))}
      <a href={`/data/${encodeURIComponent(dataset.id)}#issues`}>
        {told.length > SHOWN
          ? `All ${told.length}, and the rest of the file’s issues`
          : 'All issues of this file'}
      </a>
    </Callout>
  );
}

function sayIssue({ message, column }: IssueView): string {
  return column === undefined || message.includes(column) ? message : `${column}: ${message}`;
}
