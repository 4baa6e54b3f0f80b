import { IconButton } from '#client/ui/icon-button.tsx';
import type { Condition } from '#data/query/filter.ts';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';
import { RangeEditor } from './range-editor.tsx';
import { ValuesEditor } from './values-editor.tsx';
import { sayCondition, withUnit } from './words.ts';

type FilterEditorProps = {
  readonly figures: AttributeFigures;
  /** Absent: begun, and asking for nothing yet. */
  readonly condition: Condition | undefined;
  readonly onSet: (condition: Condition) => void;
  readonly onRemove: () => void;
};

/** One filter: what the attribute is, what is asked of it, and how that is changed. */
export function FilterEditor({ figures, condition, onSet, onRemove }: FilterEditorProps) {
  const isRange = figures.histogram !== undefined || figures.dates !== undefined;
  return (
    <fieldset className="filter-editor">
      <legend title={figures.description}>{withUnit(figures)}</legend>
      <p className="filter-asked">
        <b>{condition === undefined ? 'Any' : sayCondition(condition, figures)}</b>
        <IconButton
          icon="close"
          size={16}
          label={`Remove the filter on ${figures.title}`}
          onPress={onRemove}
        />
      </p>
      {isRange ? (
        <RangeEditor {...{ figures, condition, onSet }} />
      ) : (
        <ValuesEditor {...{ figures, condition, onSet }} />
      )}
    </fieldset>
  );
}
