/** One key, or several held down together. */
type Press = readonly string[];

/** The map's keys, as its help and the help page show them: what is done, then each way to do it. */
export const MAP_KEYS: readonly (readonly [what: string, ...ways: readonly Press[]])[] = [
  ['Move the map', ['←'], ['→'], ['↑'], ['↓']],
  ['Closer, further', ['+'], ['−']],
  ['Read what is under the crosshair', ['Enter']],
  ['Next or previous feature here', ['Alt', '↓'], ['Alt', '↑']],
  ['Where am I', ['Alt', 'I']],
  ['Search', ['Ctrl', 'K']],
  ['List of everything in view', ['Alt', 'L']],
  ['Drawing: place a corner, again to finish', ['Enter']],
  ['Drawing: remove the last corner', ['⌫']],
  ['Drawing: undo, redo', ['Ctrl', 'Z'], ['Ctrl', 'Y']],
  ['Close, go back', ['Esc']],
  ['The keys on one page', ['Shift', '?']],
];
