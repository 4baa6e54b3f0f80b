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
