import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

// threat 27: a pattern that takes ever longer on text somebody made for it. Every pattern that reads what people
// send is tried on long runs of the characters it is about.

/** Long enough to tell a pattern that goes over every three places of a text from one that goes over it once. */
const LENGTH = 2_000;
/** The first takes seconds of it, the other well under a millisecond, of processor time. */
const MOST_MS = 400;

const ROOMS = [
  'data/query',
  'data/geodesy',
  'data/features',
  'data/gazetteer',
  'data/schema',
  'server',
];

type Found = { readonly file: string; readonly source: string; readonly flags: string };

function patternsOf(file: string): Found[] {
  const found: Found[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ file, source: pattern, flags });
      return;
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(file, 'utf8'), { lang: 'ts' }));
  return found;
}

const FILES = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(({ parentPath, name }) => join(parentPath, name)),
);
const PATTERNS = FILES.flatMap(patternsOf).filter(({ source }) => /[*+]|\{\d*,/.test(source));

const COMMON = ['0', 'a', ' ', '.', ',', '-', '/', '(', '"', '0.', 'a ', '1,', '<a'];

/** Runs of one character and of short pieces, whole and spoilt at the end. */
const texts = (source: string): string[] => {
  const own = source.match(/[A-Za-z0-9]|\\[dsw.]/g) ?? [];
  const pieces = new Set([...COMMON, ...own.filter((each) => !each.startsWith('\\')).slice(0, 6)]);
  return [...pieces].flatMap((piece) => {
    const run = piece.repeat(LENGTH / piece.length);
    return [run, `${run}\n`, `(${run}\n`];
  });
};

function slowest({ source, flags }: Found): number {
  const pattern = new RegExp(source, flags.replace('y', ''));
  let most = 0;
  for (const text of texts(source)) {
    const begun = process.cpuUsage();
    pattern.lastIndex = 0;
    pattern.test(text);
    most = Math.max(most, process.cpuUsage(begun).user / 1_000);
    if (most > MOST_MS) return most;
  }
  return most;
}

describe('threat 27: patterns', () => {
  it('are found, with those of every room', () => {
    expect(PATTERNS.length).toBeGreaterThan(300);
  });

  it('never take longer than in proportion to the text', () => {
    const slow = PATTERNS.map((each) => ({ ...each, ms: Math.round(slowest(each)) })).filter(
      ({ ms }) => ms > MOST_MS,
    );
    expect(slow.map(({ file, source, ms }) => `${file}: ${source} (${ms} ms)`)).toEqual([]);
  }, 300_000);

  it('that do would be seen', () => {
    expect(slowest({ file: '', source: '^\\s*-?\\s*£?\\s*\\d+$', flags: '' })).toBeGreaterThan(
      MOST_MS,
    );
  });
});
