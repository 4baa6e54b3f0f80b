import type { MapTool } from './map-tools.tsx';

/** The tools by what they do: what moves the view, what works on the map, what takes it away, help with keys. */
export type ToolSet = {
  readonly zoom: readonly MapTool[];
  readonly home: MapTool;
  readonly work: readonly MapTool[];
  readonly give: readonly MapTool[];
  /** The list of keys, if there is one. */
  readonly help: readonly MapTool[];
};

/** Plates of buttons from the top, and what is reached by name under one button at the end. */
export type Arrangement = {
  readonly plates: readonly (readonly MapTool[])[];
  readonly more: readonly MapTool[];
};

/** Height and width of a button, px: `.plate .icon-button` in `map-pane.css`. */
const BUTTON_PX = 40;
const TOUCH_BUTTON_PX = 48;

/** Above the first plate, and between plates, px. */
const TOP_PX = 12;
const GAP_PX = 8;

/** Scale and credits below them, px. */
const FOOT_PX = 40;

/** The tools in the plates that fit the height that is free: those used least go under “More” first. */
export function arrangeTools(tools: ToolSet, roomPx: number, isPhone: boolean): Arrangement {
  const buttonPx = isPhone ? TOUCH_BUTTON_PX : BUTTON_PX;
  const ways = waysOf(tools, isPhone);
  const fitting = ways.find((way) => heightPx(way, buttonPx) <= roomPx - FOOT_PX);
  return fitting ?? { plates: [], more: ways.at(-1)?.more ?? [] };
}

/** Every arrangement, the roomiest first. */
function waysOf({ zoom, home, work, give, help }: ToolSet, isPhone: boolean): Arrangement[] {
  const view = [...zoom, home];
  const short = { plates: [zoom], more: [home, ...work, ...give, ...help] };
  const least = { plates: [], more: [...zoom, home, ...work, ...give, ...help] };
  if (isPhone) {
    // a finger finds few buttons sooner than many
    const first = { plates: [view, work.slice(0, 1)], more: [...work.slice(1), ...give, ...help] };
    return [first, short, least];
  }
  const all = { plates: [view, work, give, help], more: [] };
  return [all, { plates: [view, work], more: [...give, ...help] }, short, least];
}

function heightPx({ plates, more }: Arrangement, buttonPx: number): number {
  const filled = plates.filter((plate) => plate.length > 0);
  const buttons = filled.flat().length + (more.length > 0 ? 1 : 0);
  return TOP_PX + buttons * buttonPx + Math.max(0, filled.length - 1) * GAP_PX + GAP_PX;
}
