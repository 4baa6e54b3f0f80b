/** What a key asks of the map while it has the focus. */
export type MapCommand =
  | { readonly kind: 'pan'; readonly dxPx: number; readonly dyPx: number }
  | { readonly kind: 'zoom'; readonly by: 1 | -1 }
  | { readonly kind: 'read' }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'where' }
  | { readonly kind: 'list' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'help' };

/** How far one arrow moves the map, px; with Shift a finer step. */
const PAN_PX = 96;
const FINE_PAN_PX = 16;

type Keys = {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

const ARROWS: ReadonlyMap<string, readonly [dx: number, dy: number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

const PLAIN: ReadonlyMap<string, MapCommand> = new Map<string, MapCommand>([
  ['+', { kind: 'zoom', by: 1 }],
  ['=', { kind: 'zoom', by: 1 }],
  ['-', { kind: 'zoom', by: -1 }],
  ['−', { kind: 'zoom', by: -1 }],
  ['Enter', { kind: 'read' }],
  ['Escape', { kind: 'leave' }],
  ['?', { kind: 'help' }],
]);

const WITH_ALT: ReadonlyMap<string, MapCommand> = new Map<string, MapCommand>([
  ['ArrowDown', { kind: 'step', by: 1 }],
  ['ArrowUp', { kind: 'step', by: -1 }],
  ['i', { kind: 'where' }],
  ['l', { kind: 'list' }],
]);

/** Read a key press; undefined when it is not the map's, so that the browser keeps its own. */
export function readMapKey({ key, altKey, shiftKey, ctrlKey, metaKey }: Keys) {
  if (ctrlKey || metaKey) return undefined;
  if (altKey) return WITH_ALT.get(key) ?? WITH_ALT.get(key.toLowerCase());
  const arrow = ARROWS.get(key);
  if (arrow !== undefined) {
    const px = shiftKey ? FINE_PAN_PX : PAN_PX;
    const command: MapCommand = { kind: 'pan', dxPx: arrow[0] * px, dyPx: arrow[1] * px };
    return command;
  }
  return PLAIN.get(key);
}
