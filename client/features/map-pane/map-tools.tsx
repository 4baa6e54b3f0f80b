import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { useMedia } from '#client/ui/use-media.ts';

/** One button of a plate. */
export type MapTool = {
  readonly icon: IconName;
  readonly label: string;
  /** Set for a tool that stays on until it is pressed again. */
  readonly isOn?: boolean;
  readonly onPress: () => void;
};

type MapToolsProps = {
  /** Absent while there is no map to steer. */
  readonly onZoom: ((by: 1 | -1) => void) | undefined;
  readonly onHome: () => void;
  readonly region: string;
  /** To work with: draw, measure, compare. */
  readonly work: readonly MapTool[];
  /** To give away: share, print. */
  readonly give: readonly MapTool[];
  readonly onHelp: () => void;
};

/** Three plates: what moves the view, what works on the map, what takes it away; and the keys that do the same. */
export function MapTools({ onZoom, onHome, region, work, give, onHelp }: MapToolsProps) {
  const view: readonly MapTool[] = [
    { icon: 'plus', label: 'Zoom in', onPress: () => onZoom?.(1) },
    { icon: 'minus', label: 'Zoom out', onPress: () => onZoom?.(-1) },
  ];
  const isPhone = useMedia('(width < 720px)');
  return (
    <section className="map-tools" aria-label="Map tools">
      <div className="plate">
        {view.map((tool) => (
          <PlateButton key={tool.icon} tool={tool} isDisabled={onZoom === undefined} />
        ))}
        <PlateButton tool={{ icon: 'extent', label: `All of ${region}`, onPress: onHome }} />
      </div>
      {isPhone ? (
        <ShortPlate work={work} give={give} />
      ) : (
        <>
          <Plate tools={work} />
          <Plate tools={give} />
        </>
      )}
      <div className="plate plate-keys">
        <PlateButton tool={{ icon: 'keyboard', label: 'Map keys', onPress: onHelp }} />
      </div>
    </section>
  );
}

/** On a phone the first tool is at hand and the others, by name, under one button. */
function ShortPlate({ work, give }: Pick<MapToolsProps, 'work' | 'give'>) {
  const [first, ...others] = work;
  const more = [...others, ...give];
  if (first === undefined) return null;
  return (
    <div className="plate">
      <PlateButton tool={first} />
      <MenuTrigger>
        <Button className="icon-button" aria-label="More map tools">
          <Icon name="more" />
        </Button>
        <Popover className="popover" placement="left top">
          <Menu className="menu" aria-label="Map tools">
            {more.map(({ icon, label, onPress }) => (
              <MenuItem
                key={icon}
                id={icon}
                className="menu-item"
                textValue={label}
                onAction={onPress}
              >
                <Icon name={icon} size={18} />
                <span>{label}</span>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

function Plate({ tools }: { readonly tools: readonly MapTool[] }) {
  if (tools.length === 0) return null;
  return (
    <div className="plate">
      {tools.map((tool) => (
        <PlateButton key={tool.icon} tool={tool} />
      ))}
    </div>
  );
}

type PlateButtonProps = { readonly tool: MapTool; readonly isDisabled?: boolean };

function PlateButton({ tool, isDisabled = false }: PlateButtonProps) {
  return <IconButton {...tool} tip="left" isDisabled={isDisabled} />;
}
