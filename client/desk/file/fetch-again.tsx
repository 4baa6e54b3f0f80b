import { Icon } from '#client/ui/icon.tsx';
import type { Fetching } from '#data/schema/desk-fetching.ts';

const OFTEN: readonly (readonly [every: string, words: string])[] = [
  ['', 'No'],
  ['P1D', 'Every day'],
  ['P1W', 'Every week'],
  ['P1M', 'Every month'],
];

type FetchAgainProps = {
  readonly id: string;
  readonly fetching: Fetching;
  readonly isDisabled?: boolean;
  readonly onEvery: (every: string) => void;
};

/** How often a file is fetched from its address by itself. */
export function FetchAgain({ id, fetching, isDisabled = false, onEvery }: FetchAgainProps) {
  const { address, every } = fetching;
  const isOther = !OFTEN.some(([value]) => value === every);
  return (
    <span className="select">
      <select
        id={id}
        value={every}
        title={address}
        disabled={isDisabled}
        onChange={({ target }) => onEvery(target.value)}
      >
        {isOther && <option value={every}>Every {every.slice(1)}</option>}
        {OFTEN.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size={16} />
    </span>
  );
}
