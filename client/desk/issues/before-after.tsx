import { Icon } from '#client/ui/icon.tsx';
import type { IssueDetail } from '#data/schema/desk-issues.ts';
import type { LngLat } from '#data/schema/geometry.ts';
import { MiniMap } from './mini-map.tsx';
import type { Mend } from './use-mend.ts';

type BeforeAfterProps = { readonly issue: IssueDetail; readonly mend: Mend };

/** Where the record stands as sent and as the mend would have it: in words always, on maps where there is room. */
export function BeforeAfter({ issue, mend }: BeforeAfterProps) {
  const { before, at } = issue;
  const after = afterOf(issue, mend);
  if (before === undefined || after === undefined) return null;
  const name = issue.reference ?? 'It';
  return (
    <section className="before-after" aria-label="Before and after">
      <figure>
        <figcaption>
          <b>Before</b> <code className="was">{before.text}</code>
          {before.note !== undefined && <small>{before.note}</small>}
        </figcaption>
        {at && (
          <MiniMap
            label={`Before: ${name}, ${issue.place ?? before.note ?? 'as sent'}`}
            tone="bad"
            {...{ at, name, ...(issue.distanceM !== undefined && { distanceM: issue.distanceM }) }}
          />
        )}
      </figure>
      <span className="before-after-arrow">
        <Icon name="chevron-right" size={24} />
      </span>
      <figure>
        <figcaption>
          <b>After</b> <code className="will">{after.text}</code>
          {after.note !== undefined && <small>{after.note}</small>}
        </figcaption>
        {after.at && (
          <MiniMap
            label={`After: ${name}, ${after.note ?? ''}`}
            at={after.at}
            name={name}
            tone="good"
          />
        )}
      </figure>
    </section>
  );
}

type After = {
  readonly text: string;
  readonly note?: string | undefined;
  readonly at?: LngLat | undefined;
};

/** What the chosen mend makes of it; undefined where only a trial can tell. */
export function afterOf(issue: IssueDetail, { choice, value }: Mend): After | undefined {
  if (choice?.id === 'suggested') return issue.after;
  if (choice?.id === 'without-point') return { text: 'No point', note: 'Position not known' };
  if (choice?.input?.kind !== 'candidate') return undefined;
  const picked = issue.candidates.find((candidate) => candidate.value === value);
  if (picked === undefined) return undefined;
  const suggested = issue.candidates.find((candidate) => candidate.suggested)?.value ?? value;
  return {
    text: issue.after?.text.replace(suggested, value) ?? value,
    ...(picked.place !== undefined && { note: `In ${picked.place}` }),
    ...(picked.at && { at: picked.at }),
  };
}
