import { readFileSync } from 'node:fs';

/** One column of a register: its heading, the attribute it must reach (`''`: any or none), and its values. */
type KindColumn = {
  readonly heading: string;
  readonly attribute: string;
  readonly values: readonly string[];
};

/** One register as somebody publishes it. */
export type Kind = {
  readonly type: string;
  /** Points, points by columns of its own, lines, areas. */
  readonly shape: 'P' | 'N' | 'L' | 'A';
  /** Names its file goes by. */
  readonly files: readonly string[];
  readonly columns: readonly KindColumn[];
};

/** The registers of `kinds.txt`. */
export function readKinds(): readonly Kind[] {
  const text = readFileSync(new URL('./kinds.txt', import.meta.url), 'utf8');
  const blocks = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .split(/\n\s*\n/);
  return blocks.filter((block) => block.trim() !== '').map(readKind);
}

function readKind(block: string): Kind {
  const [head = '', ...lines] = block.trim().split('\n');
  const [, type = '', shape = 'P', files = ''] = /^\[(\S+)\] ([PNLA]) (.+)$/.exec(head) ?? [];
  return {
    type,
    shape: shape === 'N' || shape === 'L' || shape === 'A' ? shape : 'P',
    files: files.split('|').map((name) => name.trim()),
    columns: lines.map((line) => {
      const [, heading = '', attribute = '', values = ''] =
        /^(.+?) => (\S*) ?: ?(.*)$/.exec(line) ?? [];
      return { heading, attribute, values: values.split('|').map((value) => value.trim()) };
    }),
  };
}

/** Words of a heading, camelCase and punctuation parted. */
const wordsOf = (heading: string): readonly string[] =>
  heading
    .replace(/[()%:.?/&-]/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_]+/)
    .filter(Boolean);

/** Headings as a shapefile cuts them: ten letters, repeats numbered. */
function cutHeadings(headings: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return headings.map((heading) => {
    let cut = heading.slice(0, 10);
    for (let again = 1; seen.has(cut.toLowerCase()); again++)
      cut = `${heading.slice(0, 8)}_${again}`;
    seen.add(cut.toLowerCase());
    return cut;
  });
}

/** Ways people and programs rewrite a row of headings. */
export const STYLES: Readonly<Record<string, (headings: readonly string[]) => readonly string[]>> =
  {
    verbatim: (headings) => headings,
    'lower case': (headings) => headings.map((heading) => heading.toLowerCase()),
    'upper case': (headings) => headings.map((heading) => heading.toUpperCase()),
    'snake case': (headings) => headings.map((heading) => wordsOf(heading).join('_').toLowerCase()),
    'kebab case': (headings) => headings.map((heading) => wordsOf(heading).join('-').toLowerCase()),
    spaced: (headings) => headings.map((heading) => ` ${wordsOf(heading).join('  ')} `),
    'upper snake case': (headings) =>
      headings.map((heading) => wordsOf(heading).join('_').toUpperCase()),
    starred: (headings) => headings.map((heading) => `${heading} *`),
    numbered: (headings) => headings.map((heading, index) => `${index + 1}. ${heading}`),
    'cut by a shapefile': (headings) =>
      cutHeadings(headings.map((heading) => wordsOf(heading).join('_'))),
    'cut and upper case': (headings) =>
      cutHeadings(headings.map((heading) => wordsOf(heading).join('').toUpperCase())),
  };
