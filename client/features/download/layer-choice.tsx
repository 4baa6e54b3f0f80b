import { useId } from 'react';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import { SyntheticBadge } from '#client/ui/synthetic-badge.tsx';

type LayerChoiceProps = {
  readonly layers: readonly WorkbenchLayer[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

/** Which layers to take. */
export function LayerChoice({ layers, chosen, onChange }: LayerChoiceProps) {
  return (
    <fieldset className="download-layers">
      <legend>
        <h3>Layers</h3>
      </legend>
      {layers.map(({ id, summary }) => (
        <Tick
          key={id}
          isOn={chosen.has(id)}
          onChange={(isOn) => {
            const next = new Set(chosen);
            if (isOn) next.add(id);
            else next.delete(id);
            onChange(next);
          }}
          label={summary.title}
          isSynthetic={summary.synthetic}
        />
      ))}
    </fieldset>
  );
}

type TickProps = {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isSynthetic?: boolean;
};

/** A choice to make or leave. */
export function Tick({ label, isOn, onChange, isSynthetic = false }: TickProps) {
  const id = useId();
  return (
    <div className="tick">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>
        {label} {isSynthetic && <SyntheticBadge />}
      </label>
    </div>
  );
}
