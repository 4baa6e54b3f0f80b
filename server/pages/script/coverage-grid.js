/**
 * Makes the coverage table one tab stop: arrow keys move between its cells, Home and End go to the ends of a row, with
 * Ctrl to the first and last cell; Enter opens the link of a cell, as it does without this script.
 * Source: WAI-ARIA Authoring Practices, grid pattern.
 */
const table = document.querySelector('table[data-grid]');
if (table !== null) {
  /** Links and headings that take the focus, row by row. @type {HTMLAnchorElement[][]} */
  const rows = [...table.rows]
    .map((row) => [...row.querySelectorAll('a')])
    .filter((links) => links.length > 0);
  table.setAttribute('role', 'grid');
  for (const row of table.rows) {
    row.setAttribute('role', 'row');
    for (const cell of row.cells) {
      if (cell.tagName === 'TD') cell.setAttribute('role', 'gridcell');
    }
  }
  // the region round it scrolls with the focus: it needs no stop of its own
  table.parentElement?.removeAttribute('tabindex');

  const open = table.querySelector('a[aria-current]');
  let current = open ?? rows[1]?.[0] ?? rows[0]?.[0];
  for (const link of rows.flat()) link.tabIndex = link === current ? 0 : -1;

  const go = (link) => {
    if (link === undefined) return;
    if (current) current.tabIndex = -1;
    link.tabIndex = 0;
    link.focus();
    current = link;
  };

  // a row of cells begins one to the right of its heading, which is no link
  const offset = (y) => (rows[y]?.length === rows[0]?.length ? 0 : 1);

  const steps = {
    ArrowRight: (x, y) => rows[y]?.[x + 1],
    ArrowLeft: (x, y) => rows[y]?.[x - 1],
    ArrowDown: (x, y) => rows[y + 1]?.[x + offset(y) - offset(y + 1)] ?? rows[y + 1]?.[0],
    ArrowUp: (x, y) => rows[y - 1]?.[x + offset(y) - offset(y - 1)],
    Home: (_x, y, isFar) => rows[isFar ? 0 : y]?.[0],
    End: (_x, y, isFar) => rows[isFar ? rows.length - 1 : y]?.at(-1),
  };

  table.addEventListener('keydown', (event) => {
    const y = rows.findIndex((links) => links.includes(event.target));
    const step = steps[event.key];
    if (y < 0 || step === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(step(rows[y].indexOf(event.target), y, event.ctrlKey));
  });
  table.addEventListener('focusin', ({ target }) => {
    if (rows.some((links) => links.includes(target)) && target !== current) {
      if (current) current.tabIndex = -1;
      target.tabIndex = 0;
      current = target;
    }
  });
}
// a cell that was opened is told below: go there, so that it is read next
if (location.hash === '#cell') document.getElementById('cell')?.focus();
