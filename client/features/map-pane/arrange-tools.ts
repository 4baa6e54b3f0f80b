/** The tools by what they do: what moves the view, what works on the map, what takes it away, help with keys. */
export type ToolSet<Tool> = {
  readonly zoom: readonly Tool[];
  readonly home: Tool;
  readonly work: readonly Tool[];
  readonly give: readonly Tool[];
  /** The list of keys, if there is one. */
  readonly help: readonly Tool[];
};

/** Plates of buttons from the top, and what is reached by name under one button at the end. */
export type Arrangement<Tool> = {
  readonly plates: readonly (readonly Tool[])[];
  readonly more: readonly Tool[];
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
export function arrangeTools<Tool>(
  tools: ToolSet<Tool>,
  roomPx: number,
  isPhone: boolean,
): Arrangement<Tool> {
  const buttonPx = isPhone ? TOUCH_BUTTON_PX : BUTTON_PX;
  const ways = waysOf(tools, isPhone);
  const fitting = ways.find((way) => heightPx(way, buttonPx) <= roomPx - FOOT_PX);
  return fitting ?? { plates: [], more: ways.at(-1)?.more ?? [] };
}

/** Every arrangement, the roomiest first. */
function waysOf<Tool>(
  { zoom, home, work, give, help }: ToolSet<Tool>,
  isPhone: boolean,
): Arrangement<Tool>[] {
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

function heightPx({ plates, more }: Arrangement<unknown>, buttonPx: number): number {
  const filled = plates.filter((plate) => plate.length > 0);
  const buttons = filled.flat().length + (more.length > 0 ? 1 : 0);
  return TOP_PX + buttons * buttonPx + Math.max(0, filled.length - 1) * GAP_PX + GAP_PX;
}
