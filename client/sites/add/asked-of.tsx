import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import type { Test } from '#data/siting/criterion.ts';
import { type Draft, draftUnit, needsAttribute } from './draft.ts';

type AskedOfProps = {
  readonly draft: Draft;
  readonly attributes: readonly AttributeFigures[];
  readonly onChange: (change: Partial<Draft>) => void;
};

const OPS: readonly { readonly op: Test['op']; readonly words: string }[] = [
  { op: 'at-least', words: 'at least' },
  { op: 'at-most', words: 'at most' },
  { op: 'is', words: 'is' },
  { op: 'is-not', words: 'is not' },
  { op: 'known', words: 'is known' },
];

/** What a must asks of the value, or what it is worth to a preference. */
export function AskedOf(props: AskedOfProps) {
  return props.draft.side === 'must' ? <MustFields {...props} /> : <PreferFields {...props} />;
}

function MustFields({ draft, attributes, onChange }: AskedOfProps) {
  const unit = draftUnit(draft);
  const attribute = needsAttribute(draft)
    ? attributes.find(({ name }) => name === draft.attribute)
    : undefined;
  const values = attribute?.values ?? [];
  const isFigure = draft.op === 'at-least' || draft.op === 'at-most';
  return (
    <>
      <div className="add-pair">
        <label>
          Comparison
          <select
            value={draft.op}
            onChange={({ target }) => onChange({ op: target.value as Test['op'] })}
          >
            {OPS.filter(({ op }) => !op.startsWith('is') || values.length > 0).map(
              ({ op, words }) => (
                <option key={op} value={op}>
                  {words}
                </option>
              ),
            )}
          </select>
        </label>
        {isFigure && (
          <Figure
            label="Value"
            unit={unit}
            text={draft.value}
            onText={(value) => onChange({ value })}
          />
        )}
      </div>
      {draft.op.startsWith('is') && (
        <fieldset className="add-values">
          <legend>Values</legend>
          {values.map(({ value, title }) => (
            <label key={value}>
              <input
                type="checkbox"
                checked={draft.values.includes(value)}
                onChange={({ target }) =>
                  onChange({
                    values: target.checked
                      ? [...draft.values, value]
                      : draft.values.filter((each) => each !== value),
                  })
                }
              />
              {title}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

function PreferFields({ draft, onChange }: AskedOfProps) {
  const unit = draftUnit(draft);
  return (
    <div className="add-pair">
      <Figure label="Full at" unit={unit} text={draft.full} onText={(full) => onChange({ full })} />
      <Figure label="None at" unit={unit} text={draft.none} onText={(none) => onChange({ none })} />
      <Figure
        label="Weight"
        unit="of 100"
        text={draft.weight}
        onText={(weight) => onChange({ weight })}
      />
    </div>
  );
}

type FigureProps = {
  readonly label: string;
  readonly unit: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
};

function Figure({ label, unit, text, onText }: FigureProps) {
  return (
    <label>
      {label}
      <span className="add-figure">
        <input
          type="text"
          inputMode="decimal"
          value={text}
          onChange={({ target }) => onText(target.value)}
        />
        {unit}
      </span>
    </label>
  );
}
