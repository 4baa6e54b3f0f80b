import { useState } from 'react';
import {
  Button,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { AttributeFigures, LayerFigures } from '#data/schema/layer-figures.ts';
import './add-filter.css';
import { withUnit } from './words.ts';

type AddFilterProps = {
  readonly figures: LayerFigures;
  /** Names of the attributes that have a filter already. */
  readonly taken: ReadonlySet<string>;
  readonly onAdd: (attribute: string) => void;
};

/** A combo box of the layer's attributes; choosing one begins a filter on it. */
export function AddFilter({ figures, taken, onAdd }: AddFilterProps) {
  const [text, setText] = useState('');
  const free = figures.attributes.filter(({ name }) => !taken.has(name)).filter(canFilter);
  return (
    <ComboBox
      className="add-filter"
      aria-label="Add a filter"
      menuTrigger="focus"
      items={free}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key === null) return;
        setText('');
        onAdd(String(key));
      }}
    >
      <Label className="hidden">Add a filter</Label>
      <div className="add-filter-box">
        <Icon name="plus" size={16} />
        <Input placeholder="Add a filter" />
        <Button className="icon-button" aria-label="Show the attributes">
          <Icon name="chevron-down" size={16} />
        </Button>
      </div>
      <Popover className="popover add-filter-list">
        <ListBox<AttributeFigures>
          className="menu"
          renderEmptyState={() => <p className="meta-line">No attribute is called that.</p>}
        >
          {(attribute) => (
            <ListBoxItem id={attribute.name} className="menu-item" textValue={withUnit(attribute)}>
              <span>{withUnit(attribute)}</span>
              <small>{sayStated(attribute)}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Something to choose from: a spread of numbers or dates, or values. */
const canFilter = ({ histogram, dates, values = [], unstated }: AttributeFigures): boolean =>
  histogram !== undefined ||
  dates !== undefined ||
  values.length > 1 ||
  (values.length === 1 && unstated > 0);

const sayStated = ({ stated, unstated }: AttributeFigures): string =>
  unstated === 0
    ? 'always stated'
    : `${formatCount(stated)} of ${formatCount(stated + unstated)} state it`;
