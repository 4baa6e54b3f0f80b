import { formatCount } from '#client/ui/format.ts';

type CheckRowProps = {
  readonly title: string;
  /** How many features in view have it. */
  readonly count: number;
  readonly isChecked: boolean;
  /** The absence of a value, not a value: in italics. */
  readonly isUnknown?: boolean;
  readonly onCheck: (isOn: boolean) => void;
};

/** One value to tick, with how many have it. */
export function CheckRow({ title, count, isChecked, isUnknown = false, onCheck }: CheckRowProps) {
  return (
    <label className={isUnknown ? 'check-row unknown' : 'check-row'}>
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onCheck(event.target.checked)}
      />
      <span className="check-title">{title}</span>
      <span className="check-count">
        {formatCount(count)}
        <span className="hidden"> in view</span>
      </span>
    </label>
  );
}
