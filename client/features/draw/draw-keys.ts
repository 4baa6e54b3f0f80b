/** What a key asks of a drawing while the map has the focus. */
export type DrawCommand = 'place' | 'finish' | 'remove-last' | 'undo' | 'redo' | 'cancel';

type Keys = {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

/**
 * Read a key press; undefined when it is not the drawing's.
 *
 * @param byCrosshair the map is steered by keys: Enter places a corner there; with a mouse it finishes
 */
export function readDrawKey(keys: Keys, byCrosshair: boolean): DrawCommand | undefined {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = keys;
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return readHistoryKey(key.toLowerCase(), shiftKey);
  if (key === 'Enter') return byCrosshair ? 'place' : 'finish';
  if (key === 'Backspace') return 'remove-last';
  return key === 'Escape' ? 'cancel' : undefined;
}

function readHistoryKey(key: string, shiftKey: boolean): DrawCommand | undefined {
  if (key === 'enter') return 'finish';
  if (key === 'z') return shiftKey ? 'redo' : 'undo';
  return key === 'y' ? 'redo' : undefined;
}
