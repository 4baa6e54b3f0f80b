import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PASSED_OVER = new Set(['node_modules', '.git', 'dist', '.odin', 'test-results', 'coverage']);

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!PASSED_OVER.has(name)) yield* filesBelow(join(path, name));
  }
}

/** sha-256 over the names and bytes of every file below `paths`, and `extra` words. */
export function fingerprint(paths, extra = []) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(path)) hash.update(file).update('\0').update(readFileSync(file));
  }
  for (const word of extra) hash.update(word).update('\0');
  return hash.digest('hex');
}

/** What `write` last kept at `path`, parsed; undefined when there is nothing or it is not JSON. */
export function recall(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keep `value` as JSON at `path`. */
export function keep(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
}
