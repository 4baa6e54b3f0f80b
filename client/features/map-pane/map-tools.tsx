import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from '#client/ui/icon.tsx';
import { IconButton } from '#client/ui/icon-button.tsx';
import { useMedia } from '#client/ui/use-media.ts';
import { arrangeTools } from './arrange-tools.ts';

/** One button of a plate. */
export type MapTool = {
  readonly icon: IconName;
  readonly label: string;
  /** Set for a tool that stays on until it is pressed again. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
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
  readonly onHelp?: () => void;
  /** Free height for them, px. */
  readonly roomPx: number;
};

/** Plates of tools: what moves the view, what works on the map, what takes it away; and the keys that do the same. */
export function MapTools(props: MapToolsProps) {
  const { onZoom, onHome, region, work, give, onHelp, roomPx } = props;
  const isPhone = useMedia('(width < 720px)');
  const isDisabled = onZoom === undefined;
  const { plates, more } = arrangeTools(
    {
      zoom: [
        { icon: 'plus', label: 'Zoom in', isDisabled, onPress: () => onZoom?.(1) },
        { icon: 'minus', label: 'Zoom out', isDisabled, onPress: () => onZoom?.(-1) },
      ],
      home: { icon: 'extent', label: `All of ${region}`, onPress: onHome },
      work,
      give,
      help: onHelp === undefined ? [] : [{ icon: 'keyboard', label: 'Map keys', onPress: onHelp }],
    },
    roomPx,
    isPhone,
  );
  const filled = plates.filter((tools) => tools.length > 0);
  return (
    <section className="map-tools" aria-label="Map tools">
      {filled.slice(0, more.length > 0 ? -1 : undefined).map((tools) => (
        <Plate key={tools[0]?.icon} tools={tools} />
      ))}
      {more.length > 0 && <Plate tools={filled.at(-1) ?? []} more={more} />}
    </section>
  );
}

type PlateProps = { readonly tools: readonly MapTool[]; readonly more?: readonly MapTool[] };

/** Buttons one under the other; under the last of them those that found no room, by name. */
function Plate({ tools, more }: PlateProps) {
  return (
    <div className="plate">
      {tools.map((tool) => (
        <IconButton key={tool.icon} {...tool} tip="left" />
      ))}
      {more && <MoreTools tools={more} />}
    </div>
  );
}

function MoreTools({ tools }: { readonly tools: readonly MapTool[] }) {
  const disabled = tools.filter(({ isDisabled }) => isDisabled).map(({ icon }) => icon);
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label="More map tools">
        <Icon name="more" />
      </Button>
      <Popover className="popover" placement="left top">
        <Menu className="menu" aria-label="Map tools" disabledKeys={disabled}>
          {tools.map(({ icon, label, isOn, onPress }) => (
            <MenuItem
              key={icon}
              id={icon}
              className="menu-item"
              textValue={label}
              onAction={onPress}
            >
              <Icon name={icon} size={18} />
              <span>
                {label}
                {isOn && <em> on</em>}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
