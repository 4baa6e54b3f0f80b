import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type Selection,
} from 'react-aria-components';
import { type Appearance, readAppearance } from '#client/state/appearance.ts';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import type { Basemap } from '#data/schema/basemap.ts';

const CHOICES: readonly { id: Appearance; label: string; icon: IconName }[] = [
  { id: 'auto', label: 'As the device', icon: 'device' },
  { id: 'light', label: 'Light', icon: 'sun' },
  { id: 'dark', label: 'Dark', icon: 'moon' },
  { id: 'contrast', label: 'High contrast', icon: 'contrast' },
];

/** What the map may stand on. */
export type Ground = {
  /** Base maps of others. */
  readonly basemaps: readonly Basemap[];
  /** Undefined: our own. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
};

type AppearanceMenuProps = {
  readonly appearance: Appearance;
  readonly onChoose: (appearance: Appearance) => void;
  /** Absent where there is no map. */
  readonly ground?: Ground;
};

/** Light, dark, high contrast, or as the device says; and what the map stands on, where there is a choice. */
export function AppearanceMenu({ appearance, onChoose, ground }: AppearanceMenuProps) {
  const chosen = CHOICES.find(({ id }) => id === appearance);
  const hasChoice = ground !== undefined && ground.basemaps.length > 0;
  return (
    <MenuTrigger>
      <Button className="rail-item rail-display">
        <Icon name={chosen?.icon ?? 'device'} />
        Display
        <span className="hidden">: {chosen?.label}</span>
      </Button>
      <Popover className="popover" placement="right bottom">
        <Menu className="menu" aria-label="Display">
          <MenuSection
            {...(hasChoice ? {} : { 'aria-label': 'Appearance' })}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[appearance]}
            onSelectionChange={(keys) => onChoose(readAppearance(firstOf(keys)))}
          >
            {hasChoice && <Header className="menu-head">Appearance</Header>}
            {CHOICES.map(({ id, label, icon }) => (
              <Choice key={id} {...{ id, label, icon }} isChosen={id === appearance} />
            ))}
          </MenuSection>
          {hasChoice && <GroundChoice {...ground} />}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Key of our own base map: no id of another begins like it. */
const OWN = '-own';

function GroundChoice({ basemaps, chosen, onChoose }: Ground) {
  const isOwn = !basemaps.some(({ id }) => id === chosen);
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[isOwn ? OWN : `base-${chosen}`]}
      onSelectionChange={(keys) => {
        const key = firstOf(keys);
        onChoose(key === OWN ? undefined : key?.slice('base-'.length));
      }}
    >
      <Header className="menu-head">Base map</Header>
      <Choice id={OWN} label="ODIN’s own, works offline" icon="map" isChosen={isOwn} />
      {basemaps.map(({ id, title }) => (
        <Choice key={id} id={`base-${id}`} label={title} icon="layers" isChosen={id === chosen} />
      ))}
    </MenuSection>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly isChosen: boolean;
};

function Choice({ id, label, icon, isChosen }: ChoiceProps) {
  return (
    <MenuItem id={id} className="menu-item" textValue={label}>
      <Icon name={icon} size={18} />
      <span>{label}</span>
      {isChosen && <Icon name="check" size={16} />}
    </MenuItem>
  );
}

const firstOf = (keys: Selection): string | undefined =>
  keys === 'all' ? undefined : [...keys].map(String)[0];
