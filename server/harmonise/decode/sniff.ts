import type { Format } from '#data/schema/flow.ts';

/** Tell a file's format by its first bytes; undefined when it is none we know. */
export function sniff(bytes: Uint8Array): Format | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^[\x1e{[]/.test(head)) return 'json';
  return 'csv';
}
