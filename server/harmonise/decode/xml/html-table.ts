const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Rows of a description are no more than this. */
const ROW_LIMIT = 200;

/**
 * Names and values of the two-column HTML table that GIS programs write into a KML description.
 * Text of one cell is read as text: nothing of it is ever shown as HTML.
 */
export function tableCells(html: string): [name: string, value: string][] {
  if (!/<tr[\s>]/i.test(html)) return [];
  const pairs: [string, string][] = [];
  for (const row of html.split(/<tr[\s>]/i).slice(1, ROW_LIMIT)) {
    const cells = row
      .split(/<t[dh](?=[\s>])/i)
      .slice(1)
      .map(cellText);
    const [name, value] = cells;
    // A row of one cell is a title; one that holds another table is layout.
    if (cells.length !== 2 || !name || value === undefined || name.length > 60) continue;
    pairs.push([name.replace(/:$/, ''), value]);
  }
  return pairs;
}

/** The rest of `<td` up to its end: attributes first, then content. */
function cellText(cell: string): string {
  const content = cell.slice(cell.indexOf('>') + 1);
  const [own = ''] = content.split(/<\/t[dh]>/i);
  return unescapeHtml(own.replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function unescapeHtml(text: string): string {
  return text.replaceAll(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = Number(/^#x/i.test(name) ? `0x${name.slice(2)}` : name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
