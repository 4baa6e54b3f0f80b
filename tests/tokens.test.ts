import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string): string =>
  readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');

/** Colours set in the rule that begins so: `--ink` → `#17191c`. */
function coloursOf(css: string, head: string): Map<string, string> {
  const [, rule = ''] = css.split(head);
  const [body = ''] = rule.split('}');
  return new Map(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

/** Colours only the documents have. */
const OWN = ['land', 'place'];

it.each([
  ['light', ':root { --font-ui', ':root { --font-ui'],
  ['dark', '(prefers-color-scheme: dark) { :root {', ':root[data-theme="dark"] {'],
])('documents have the %s colours of the app, and none by another value', (_, page, app) => {
  const shown = coloursOf(read('server/pages/style/tokens.css'), page);
  const meant = coloursOf(read('client/tokens.css'), app);
  expect(shown.size).toBeGreaterThan(15);
  for (const name of OWN) shown.delete(name);
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries([...meant].filter(([name]) => shown.has(name))),
  );
});
