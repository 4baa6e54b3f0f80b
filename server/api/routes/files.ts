import { z } from 'zod';
import type { EditionRow } from '#server/store/rows.ts';
import { whole } from '../parameters.ts';
import { ApiError } from '../problem.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';
import { mayDownload } from '../views/licence.ts';
import { shortLine } from '../views/lines.ts';

/** Most lines one answer holds. */
const MOST_LINES = 200;

const Lines = z.object({
  sha256: z.string(),
  fileName: z.string(),
  /** Lines in the whole file. */
  total: z.int(),
  /** Number of the first line given, from 1. */
  from: z.int(),
  lines: z.array(z.string()),
});

/** Published files, as text. */
export const FILE_ROUTES = [
  route({
    path: '/api/resources/:sha256/lines',
    summary: 'Lines of a published text file, as published',
    tag: 'Files',
    params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hex digits') }),
    query: z.object({
      from: whole(1, Number.MAX_SAFE_INTEGER).optional(),
      to: whole(1, Number.MAX_SAFE_INTEGER).optional(),
    }),
    response: Lines,
    async answer({ params: { sha256 }, query: { from = 1, to = from } }, services) {
      const { report } = await findPublic(sha256, services);
      const { format, encoding, sizeBytes, fileName } = report;
      const file = { sha256, format, sizeBytes, ...(encoding ? { encoding } : {}) };
      const all = await services.lines.read(file);
      if (!all)
        throw new ApiError('not-found', `"${fileName}" is not a text file: it has no lines.`);
      const lines = all.slice(from - 1, Math.min(to, from - 1 + MOST_LINES)).map(shortLine);
      return { sha256, fileName, total: all.length, from, lines };
    },
  }),
];

/** A file is public when a live edition was made of it, under a licence that lets it be passed on. */
async function findPublic(sha256: string, { catalogue }: Services): Promise<EditionRow> {
  const { editions, licences } = await catalogue();
  const edition = [...editions.values()].find((each) => each.sha256 === sha256);
  // what was taken out for being about persons stands in the file as sent
  const isWhole = (edition?.source.redact ?? []).length === 0;
  if (!edition || !isWhole || !mayDownload(licences.get(edition.licence))) {
    throw new ApiError('not-found', `Cannot find a published file "${sha256}".`);
  }
  return edition;
}
