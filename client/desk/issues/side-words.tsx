import { countOf } from '#client/ui/format.ts';
import type { IssueDetail } from '#data/schema/desk-issues.ts';
import { useSingleKeys } from '../columns/use-single-keys.ts';
import { useDraft } from '../state/draft-context.ts';

type SideWordsProps = { readonly issue: IssueDetail; readonly isProposed: boolean };

/** What the signs on the map mean, whose points they are, and the keys. */
export function SideWords({ issue, isProposed }: SideWordsProps) {
  const { draft } = useDraft();
  const keys = useSingleKeys();
  const readings = issue.candidates.filter(({ at }) => at !== undefined).length;
  return (
    <div className="issue-side">
      <ul className="issue-legend">
        <li>
          <i className="sign-ring" /> {isProposed ? 'Proposed' : 'Selected'}
        </li>
        {readings > 0 && (
          <li>
            <i className="sign-reading" /> {countOf(readings, 'reading')}
          </li>
        )}
        <li>
          <i className="sign-point" /> In the file
        </li>
      </ul>
      <p className="side-note">
        {draft.publisher.name} · {draft.file.name} · a point picked on the map selects its line
      </p>
      <label className="check">
        <input
          type="checkbox"
          checked={keys.isOn}
          onChange={({ target }) => keys.turn(target.checked)}
        />
        <span>
          Single key: <kbd>M</kbd> mends. <kbd>Alt</kbd> <kbd>↓</kbd> goes to the next issue.
        </span>
      </label>
    </div>
  );
}
