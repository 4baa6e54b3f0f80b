import type { Control, Elsewhere } from './control.ts';

/** Controls of what ODIN is made of and kept in: a rule is broken in the project's files, and its test must see it. */
export const SUPPLY_CONTROLS: readonly Control[] = [
  {
    row: 51,
    title: 'every dependency is pinned to its bytes',
    file: 'package-lock.json',
    find: '    "node_modules/saxes": {',
    put: '    "node_modules/loose": { "version": "1.0.0", "license": "MIT" },\n    "node_modules/saxes": {',
    test: 'tests/threats-code.test.ts',
    pattern: 'threat 51.*pinned',
  },
  {
    row: 51,
    title: 'every dependency’s licence was agreed to or looked at',
    file: 'package-lock.json',
    find: '    "node_modules/saxes": {',
    put: '    "node_modules/strange": { "version": "1.0.0", "license": "Strange-1.0" },\n    "node_modules/saxes": {',
    test: 'tests/threats-code.test.ts',
    pattern: 'threat 51.*licences',
  },
  {
    row: 52,
    title: 'no file of the project holds a secret',
    file: 'server/config.ts',
    find: 'export function readConfig(',
    put: `// ${['-----BEGIN', 'PRIVATE KEY-----'].join(' ')}\nexport function readConfig(`,
    test: 'tests/threats-code.test.ts',
    pattern: 'threat 52.*none of the project',
  },
];

/** Parts of rows that whoever runs ODIN sees to. */
export const SUPPLY_ELSEWHERE: readonly Elsewhere[] = [
  {
    row: 23,
    title: 'files that were handed in come from an address of their own',
    reason:
      'a second host name is of the deployment; in its place each goes out as an attachment in a sandbox',
  },
  {
    row: 52,
    title: 'a backup is encrypted',
    reason: 'ODIN writes a folder; the disk or program that carries it away encrypts it',
  },
];
