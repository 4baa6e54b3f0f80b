import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { loadGrid, loadVocabulary } from '#data/load.ts';
import type { Resource } from '#data/schema/flow.ts';
import type { Harmonised } from '#data/schema/harmonised.ts';
import { recogniseLicences } from '#server/catalogue/recognise-licence.ts';
import type { HarmoniseContext, HarmoniseOptions } from '#server/harmonise/context.ts';
import { harmonise } from '#server/harmonise/index.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const { publishers, licences, districts } = loadVocabulary(data);

/** What the deployment knows, and a today that stays. */
export const context: HarmoniseContext = {
  grid: loadGrid(data),
  publishers,
  licences,
  districts,
  recogniseLicences: (words) => recogniseLicences(words, licences),
  now: '2026-01-31',
};

/** A file as it was collected. */
export function resourceOf(fileName: string, content: string | Uint8Array): Resource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { fileName, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Harmonise a file given as text. */
export const run = (fileName: string, text: string, options: HarmoniseOptions = {}): Harmonised =>
  harmonise(resourceOf(fileName, text), options, context);

/** The issue codes of a run, in order. */
export const codesOf = ({ issues }: Harmonised): readonly string[] =>
  issues.map(({ code }) => code);
