import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
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
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const options = figures.attributes
    .filter((attribute) => !taken.has(attribute.name) && canFilter(attribute))
    .filter((attribute) => isMeant(attribute, text));
  useEffect(() => {
    if (isOpen)
      document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active, listId]);
  const close = () => {
    setOpen(false);
    setActive(0);
  };
  const add = (attribute: AttributeFigures) => {
    setText('');
    close();
    onAdd(attribute.name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = options[active];
    if (by !== undefined) {
      event.preventDefault();
      setActive(isOpen ? (active + by + options.length) % Math.max(1, options.length) : 0);
      setOpen(true);
    } else if (event.key === 'Enter' && isOpen && chosen !== undefined) {
      add(chosen);
    } else if (event.key === 'Escape' && isOpen) {
      // the list closes first, whatever else listens
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  const onBlur = (event: FocusEvent) => {
    if (!list.current?.contains(event.relatedTarget)) close();
  };
  return (
    <div className="add-filter">
      <div className="add-filter-box">
        <Icon name="plus" size={16} />
        <input
          type="text"
          role="combobox"
          aria-label="Add a filter"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && options[active] ? `${listId}-${active}` : undefined}
          autoComplete="off"
          placeholder="Add a filter"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        <Icon name="chevron-down" size={16} />
      </div>
      <div
        id={listId}
        ref={list}
        className="add-filter-list"
        role="listbox"
        aria-label="Attributes"
        tabIndex={-1}
        hidden={!isOpen || options.length === 0}
      >
        {options.map((attribute, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the options through the box
          <div
            key={attribute.name}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            onClick={() => add(attribute)}
          >
            <span>{withUnit(attribute)}</span>
            <small>{sayStated(attribute)}</small>
          </div>
        ))}
      </div>
      {isOpen && options.length === 0 && (
        <p className="meta-line" role="status">
          No other attribute is called that.
        </p>
      )}
    </div>
  );
}

/** By words of its title; every word typed must be in it. */
const isMeant = ({ title }: AttributeFigures, text: string): boolean =>
  text
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => title.toLowerCase().includes(word));

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
