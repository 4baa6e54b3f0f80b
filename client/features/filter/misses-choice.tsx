import { Button } from 'react-aria-components';
import { formatCount } from '#client/ui/format.ts';
import { Segmented } from '#client/ui/segmented.tsx';
import type { Misses } from '#data/query/filter.ts';

type MissesChoiceProps = {
  readonly misses: Misses;
  /** Features in view that do not match. */
  readonly failing: number;
  readonly onMisses: (misses: Misses) => void;
  readonly onClear: () => void;
};

/** What the map does with features that do not match, how many those are, and the way back to all. */
export function MissesChoice({ misses, failing, onMisses, onClear }: MissesChoiceProps) {
  return (
    <div className="misses">
      <p className="misses-title">Those that do not match</p>
      <Segmented
        label="Those that do not match"
        value={misses}
        choices={[
          { value: 'dim', label: 'Dim' },
          { value: 'hide', label: 'Hide' },
        ]}
        onChange={onMisses}
      />
      <p className="meta-line">
        {formatCount(failing)} {misses === 'dim' ? 'dimmed' : 'hidden'}
      </p>
      <Button className="text-button" onPress={onClear}>
        Clear all filters
      </Button>
    </div>
  );
}
