import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { formatCount } from '#client/ui/format.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';

type ColumnsMenuProps = {
  readonly attributes: readonly AttributeFigures[];
  /** Names of those shown. */
  readonly chosen: readonly string[];
  /** Undefined: the usual columns again. */
  readonly onChoose: (names: readonly string[] | undefined) => void;
};

const USUAL = ':usual';

/** Ticks for the columns shown, in the order of the vocabulary. */
export function ColumnsMenu({ attributes, chosen, onChoose }: ColumnsMenuProps) {
  const free = attributes.filter(({ name }) => name !== 'name' && name !== 'reference');
  return (
    <MenuTrigger>
      <Button className="choice-button">
        <Icon name="columns" size={16} />
        Columns <small>{formatCount(chosen.length)}</small>
      </Button>
      <Popover className="popover columns-list" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Columns"
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const ticked = new Set(keys === 'all' ? free.map(({ name }) => name) : keys);
            onChoose(
              ticked.has(USUAL)
                ? undefined
                : free.map(({ name }) => name).filter((name) => ticked.has(name)),
            );
          }}
        >
          {free.map(({ name, title, unit }) => (
            <MenuItem key={name} id={name} className="menu-item" textValue={title}>
              {({ isSelected }) => (
                <>
                  <span className={isSelected ? 'tick on' : 'tick'} aria-hidden="true">
                    {isSelected && <Icon name="check" size={14} />}
                  </span>
                  <span>{unit === undefined ? title : `${title}, ${unit}`}</span>
                </>
              )}
            </MenuItem>
          ))}
          <MenuItem id={USUAL} className="menu-item" textValue="The usual columns">
            <Icon name="retry" size={16} />
            <span>The usual columns</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
