import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import { type Draft, MEASURES, type Measure, SITE } from './draft.ts';

type MeasureFieldsProps = {
  readonly draft: Draft;
  readonly attributes: readonly AttributeFigures[];
  readonly hasReach: boolean;
  readonly hasAttribute: boolean;
  readonly onChange: (change: Partial<Draft>) => void;
};

/** How it is measured: the measure, how far it looks, which figure of it. */
export function MeasureFields(props: MeasureFieldsProps) {
  const { draft, attributes, hasReach, hasAttribute, onChange } = props;
  const isSum = draft.measure === 'sum' && draft.subject !== SITE;
  const offered = attributes.filter(
    ({ type }) => !isSum || type === 'integer' || type === 'decimal',
  );
  return (
    <>
      {draft.subject !== SITE && (
        <label>
          Measure
          <select
            value={draft.measure}
            onChange={({ target }) => onChange({ measure: target.value as Measure })}
          >
            {MEASURES.map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </label>
      )}
      {hasAttribute && (
        <label>
          Figure
          <select
            value={draft.attribute}
            onChange={({ target }) => onChange({ attribute: target.value, values: [] })}
          >
            <option value="">Choose one</option>
            {draft.subject === SITE && !offered.some(({ name }) => name === 'area-ha') && (
              <option value="area-ha">Site area, ha</option>
            )}
            {offered.map(({ name, title, unit }) => (
              <option key={name} value={name}>
                {title}
                {unit !== undefined && `, ${unit}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {draft.subject !== SITE && <OnlyFields {...props} />}
      {hasReach && (
        <label>
          Within
          <input
            type="text"
            inputMode="decimal"
            value={draft.within}
            onChange={({ target }) => onChange({ within: target.value })}
          />
        </label>
      )}
    </>
  );
}

/** Which of them count: all, those with at least so much of a figure, or those that are so. */
function OnlyFields({ draft, attributes, onChange }: MeasureFieldsProps) {
  const only = attributes.find(({ name }) => name === draft.only);
  const isFigure = only?.type === 'integer' || only?.type === 'decimal';
  const values = only?.values ?? [];
  return (
    <div className="add-pair">
      <label>
        Which of them
        <select
          value={draft.only}
          onChange={({ target }) => onChange({ only: target.value, onlyValue: '' })}
        >
          <option value="">All</option>
          {attributes
            .filter(({ type, values: known = [] }) => FIGURES.has(type) || known.length > 0)
            .map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
        </select>
      </label>
      {only !== undefined && isFigure && (
        <label>
          At least{only.unit !== undefined && `, ${only.unit}`}
          <input
            type="text"
            inputMode="decimal"
            value={draft.onlyValue}
            onChange={({ target }) => onChange({ onlyValue: target.value })}
          />
        </label>
      )}
      {only !== undefined && !isFigure && (
        <label>
          Is
          <select
            value={draft.onlyValue}
            onChange={({ target }) => onChange({ onlyValue: target.value })}
          >
            <option value="">Choose one</option>
            {values.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** Attributes that are figures, which no list of values is given of. */
const FIGURES: ReadonlySet<string> = new Set(['integer', 'decimal']);
