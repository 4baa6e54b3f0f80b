import { useId } from 'react';
import { Icon, type IconName } from './icon.tsx';

type SegmentedProps<Value extends string> = {
  /** What is chosen; read out before the choices. */
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: IconName;
  }[];
  readonly onChange: (value: Value) => void;
};

/** One of a few choices side by side: radio buttons drawn as a switch. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className="hidden">{props.label}</legend>
      {props.choices.map(({ value, label, icon }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span>
            {icon && <Icon name={icon} size={16} />}
            {label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
