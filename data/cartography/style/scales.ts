import type { Silhouette } from '../marks/silhouettes.ts';
import type {
  AreaStep,
  AreaStyle,
  LineStep,
  NameStyle,
  Pattern,
  PointStep,
  PointStyle,
  Stops,
} from './type-style.ts';

/** A step whose words are the layer's own title. */
const WHOLE = '';

/** Voltages of Great Britain's networks. Source: widths from the design's table; breaks 400 / 275 / 132 / 33 / 11 / LV. */
export const VOLTAGE: readonly LineStep[] = [
  { label: '400 kV', when: { attribute: 'voltage-kv', atLeast: 400 }, widthPx: [2.8, 4.4, 5.8] },
  { label: '275 kV', when: { attribute: 'voltage-kv', atLeast: 275 }, widthPx: [2.4, 3.8, 5] },
  { label: '132 kV', when: { attribute: 'voltage-kv', atLeast: 132 }, widthPx: [2, 3.2, 4.2] },
  { label: '33 to 66 kV', when: { attribute: 'voltage-kv', atLeast: 33 }, widthPx: [1.2, 2, 2.8] },
  {
    label: '6.6 to 22 kV',
    when: { attribute: 'voltage-kv', atLeast: 6 },
    widthPx: [0.6, 1.2, 1.8],
  },
  {
    label: 'Low voltage',
    when: { attribute: 'voltage-kv', atLeast: 0.1 },
    widthPx: [0.4, 0.8, 1.2],
  },
  { label: 'Voltage not stated', widthPx: [0.8, 1.4, 2] },
];

/** Pipe bores in millimetres. Source: the design's table, trunk mains from 500 mm. */
export const BORE: readonly LineStep[] = [
  {
    label: '500 mm and over',
    when: { attribute: 'diameter-mm', atLeast: 500 },
    widthPx: [1.8, 3, 4],
  },
  {
    label: '250 to 499 mm',
    when: { attribute: 'diameter-mm', atLeast: 250 },
    widthPx: [1.1, 2, 2.9],
  },
  {
    label: 'Under 250 mm',
    when: { attribute: 'diameter-mm', atLeast: 1 },
    widthPx: [0.8, 1.5, 2.2],
  },
  { label: 'Bore not stated', widthPx: [0.8, 1.4, 2] },
];

/** One width for a whole layer. */
export const plain = (widthPx: Stops): readonly LineStep[] => [{ label: WHOLE, widthPx }];

/** One mark for a whole layer, of a size in pixels; dots until `iconFrom`. */
export const mark = (icon: Silhouette, sizePx = 20, iconFrom = 10): PointStyle => ({
  steps: [{ label: WHOLE, icon, sizePx }],
  iconFrom,
});

/** Marks by the codes of one attribute; the last entry, without codes, takes the rest. */
export const marksBy = (
  attribute: string,
  kinds: readonly (Omit<PointStep, 'when' | 'sizePx'> & {
    readonly codes?: readonly string[];
    readonly sizePx?: number;
  })[],
  { sizePx = 20, iconFrom = 10 } = {},
): PointStyle => ({
  steps: kinds.map(({ codes, ...kind }) => ({
    sizePx,
    ...kind,
    ...(codes === undefined ? {} : { when: { attribute, in: codes } }),
  })),
  iconFrom,
});

type Look = {
  readonly fill?: number;
  readonly pattern?: Pattern;
  readonly edgePx?: Stops;
  readonly edge?: NonNullable<AreaStep['edge']>;
};

/** Edge of an ordinary area. */
const EDGE: Stops = [0.8, 1.3, 1.8];

const look = ({ fill = 0.15, edgePx = EDGE, ...rest }: Look) => ({ fill, edgePx, ...rest });

/** One look for a whole layer of sites: small areas with a mark of their own. */
export const ground = (own: Look = {}): AreaStyle => ({
  steps: [{ label: WHOLE, ...look(own) }],
  reach: 'local',
});

/** One look for a whole layer of zones: areas that lie under others. */
export const zone = (own: Look = {}): AreaStyle => ({
  steps: [{ label: WHOLE, ...look(own) }],
  reach: 'wide',
});

/** Zones by the codes of one attribute; the last entry, without codes, takes the rest. */
export const zonesBy = (
  attribute: string,
  kinds: readonly (Look & {
    readonly label: string;
    readonly codes?: readonly string[];
    readonly hue?: AreaStep['hue'];
  })[],
): AreaStyle => ({
  steps: kinds.map(({ codes, label, hue, ...own }) => ({
    label,
    ...(hue === undefined ? {} : { hue }),
    ...look(own),
    ...(codes === undefined ? {} : { when: { attribute, in: codes } }),
  })),
  reach: 'wide',
});

/** Names from a zoom. */
export const named = (minZoom: number, otherwise?: NameStyle['otherwise']): NameStyle => ({
  minZoom,
  ...(otherwise === undefined ? {} : { otherwise }),
});
