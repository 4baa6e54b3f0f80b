import type { Issue } from '#data/schema/issue.ts';
import { count as grouped, plural } from '#server/pages/format.ts';

/** Issues of one kind in one column of one layer. */
export type IssueGroup = {
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly mender: Issue['mender'];
  /** Where: `sheet “Data”, column “GeoX”`; empty: the file as a whole. */
  readonly where: string;
  /** Records or places it stands for. */
  readonly count: number;
  /** First lines, ascending. */
  readonly lines: readonly number[];
  /** Different published values. */
  readonly examples: readonly string[];
  readonly message: string;
};

const LINES = 8;
const EXAMPLES = 3;
const ORDER = ['critical', 'error', 'warning', 'notice', 'info'];

type Open = {
  first: Issue;
  count: number;
  lines: Set<number>;
  examples: Set<string>;
  same: boolean;
};

/** Group issues of one kind, the gravest and most frequent first. */
export function gatherIssues(
  issues: readonly Issue[],
  { manyLayers }: { readonly manyLayers: boolean },
): readonly IssueGroup[] {
  const groups = new Map<string, Open>();
  for (const found of issues) {
    const { code, severity, layer = '', column = '', line, value, count = 1, message } = found;
    const key = JSON.stringify([code, severity, layer, column]);
    const group = groups.get(key) ?? {
      first: found,
      count: 0,
      lines: new Set<number>(),
      examples: new Set<string>(),
      same: true,
    };
    groups.set(key, group);
    group.count += count;
    group.same &&= message === group.first.message;
    if (line !== undefined && group.lines.size < LINES) group.lines.add(line);
    if (value !== undefined && value !== '' && group.examples.size < EXAMPLES)
      group.examples.add(value);
  }
  return [...groups.values()].map((group) => closed(group, manyLayers)).sort(byGravity);
}

const byGravity = (a: IssueGroup, b: IssueGroup): number =>
  ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || b.count - a.count;

/** `(128 records say the same, first line 2)` at the end of a message. */
const TIMES = / \((?:[\d,]+ records\b[^()]*|lines? [\d,]+|and [\d,]+ more records)\)$/;
/** Where a hidden part stands is said in words, a layer by its name. */
const isPlace = (layer: string): boolean => /\s“|^properties /.test(layer);

function closed({ first, count, lines, examples, same }: Open, manyLayers: boolean): IssueGroup {
  const { code, severity, mender, layer, column, message } = first;
  // How often and where first is said once, below the message.
  const said = message.replace(TIMES, '');
  return {
    code,
    severity,
    mender,
    where: [
      layer === undefined || !(manyLayers || isPlace(layer))
        ? ''
        : isPlace(layer)
          ? layer
          : `“${layer}”`,
      column === undefined ? '' : `column “${column}”`,
    ]
      .filter(Boolean)
      .join(', '),
    count,
    lines: [...lines].sort((a, b) => a - b),
    examples: [...examples],
    message: same ? said : `${said} (The first of several alike.)`,
  };
}

/** `3 times, on lines 12, 40 and 96; such as “0”`; empty for one fault of the whole file. */
export function occurrence({ count, lines, examples }: IssueGroup): string {
  const times = count > 1 ? plural(count, 'time') : '';
  const numbers = lines.map(grouped);
  const more = count > lines.length && lines.length > 0 ? ' and more' : '';
  const on =
    numbers.length === 0
      ? ''
      : `${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}${more}`;
  const such =
    examples.length === 0 ? '' : `such as ${examples.map((text) => `“${short(text)}”`).join(', ')}`;
  return [times, on, such].filter(Boolean).join('; ');
}

const short = (text: string): string => {
  const plain = text.replaceAll(/\s+/g, ' ');
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
};

/** Who mends it, in words. */
export function menderWords({ mender, severity }: Pick<IssueGroup, 'mender' | 'severity'>): string {
  if (mender === 'publisher') return 'Whoever makes the file mends this';
  if (mender === 'odin') return 'Whoever runs ODIN mends this';
  return severity === 'info' ? 'Told for the record' : 'Whoever knows the data confirms this';
}
