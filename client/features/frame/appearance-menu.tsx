import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { type Appearance, readAppearance } from '#client/state/appearance.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';

const CHOICES: readonly { id: Appearance; label: string; icon: IconName }[] = [
  { id: 'auto', label: 'As the device', icon: 'device' },
  { id: 'light', label: 'Light', icon: 'sun' },
  { id: 'dark', label: 'Dark', icon: 'moon' },
  { id: 'contrast', label: 'High contrast', icon: 'contrast' },
];

type AppearanceMenuProps = {
  readonly appearance: Appearance;
  readonly onChoose: (appearance: Appearance) => void;
};

/** Light, dark, high contrast, or as the device says. */
export function AppearanceMenu({ appearance, onChoose }: AppearanceMenuProps) {
  const chosen = CHOICES.find(({ id }) => id === appearance);
  return (
    <MenuTrigger>
      <Button className="rail-item rail-display">
        <Icon name={chosen?.icon ?? 'device'} />
        Display
        <span className="hidden">: {chosen?.label}</span>
      </Button>
      <Popover className="popover" placement="right bottom">
        <Menu
          className="menu"
          aria-label="Display"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[appearance]}
          onSelectionChange={(keys) => onChoose(readAppearance([...keys].map(String)[0]))}
        >
          {CHOICES.map(({ id, label, icon }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={label}>
              <Icon name={icon} size={18} />
              <span>{label}</span>
              {id === appearance && <Icon name="check" size={16} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
