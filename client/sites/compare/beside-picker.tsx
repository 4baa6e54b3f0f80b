import { useId } from 'react';
import type { Compared } from './compared.ts';

type BesidePickerProps = {
  readonly sites: readonly Compared[];
  /** Number of the site beside the first. */
  readonly other: number;
  readonly onOther: (at: number) => void;
};

/** On a phone: which site stands beside the first. */
export function BesidePicker({ sites, other, onOther }: BesidePickerProps) {
  const id = useId();
  return (
    <p className="beside-picker">
      <label htmlFor={id}>Beside {sites[0]?.site.title}</label>
      <select id={id} value={other} onChange={(event) => onOther(Number(event.target.value))}>
        {sites.slice(1).map(({ site }, at) => (
          <option key={site.key} value={at + 1}>
            {site.title}
          </option>
        ))}
      </select>
    </p>
  );
}
