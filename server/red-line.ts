import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Format } from '#data/schema/flow.ts';
import type { Wgs84Geometry } from '#data/schema/geometry.ts';
import type { CrsVerdict } from '#data/schema/harmonised.ts';
import type { Issue } from '#data/schema/issue.ts';
import { Source } from '#data/schema/source.ts';
import { type Frame, TERMS } from './frames/frame.ts';
import { readFrames } from './frames/frame-file.ts';
import { readWkb } from './frames/wkb.ts';
import { type Harmoniser, openHarmoniser } from './jobs/harmoniser.ts';

/** A red line somebody handed in, before anything is made of it. */
export type RedLine = {
  readonly geometries: readonly Wgs84Geometry[];
  /** Records of the file, placed or not. */
  readonly records: number;
  readonly format?: Format;
  readonly crs?: CrsVerdict;
  /** How the first shape was placed: `OSTN15`, `none`, `proj4`, `Helmert`. */
  readonly transform?: string;
  /** Findings about the file and its positions. */
  readonly issues: readonly Issue[];
  /** Why the reader ended before its answer, as the code of an issue. */
  readonly failed?: string;
};

/** Reads red lines of strangers, each in a process of its own that ends with it. */
export type RedLineReader = {
  readonly read: (fileName: string, bytes: Uint8Array) => Promise<RedLine>;
  readonly close: () => void;
};

/** Limits of one file: a red line is small. */
const MEMORY_MB = 256;
const TIMEOUT_S = 30;

/** Most shapes taken from a file. */
export const MOST_SHAPES = 1_000;

/** How a red line is read: as shapes alone; its columns are nobody's business. */
const SOURCE = Source.parse({
  odin: 1,
  id: 'somebody/red-line',
  title: 'Red line',
  publisher: 'somebody',
  licence: { id: 'unknown', basis: 'presumed' },
  approximate: false,
  type: 'land/planning-application',
});

/** Findings that are about where it is, not about columns nobody looks at. */
const TOLD = /^(?:file|crs|geom)\./;

/**
 * Open the reader; no process is started before the first file.
 *
 * @param folders where the vocabulary is, and where files may pass through for the time of reading
 */
export function openRedLineReader(folders: {
  readonly vocabulary: string;
  readonly gazetteers: string;
  readonly temporary: string;
}): RedLineReader {
  const harmoniser = openHarmoniser({
    memoryMb: MEMORY_MB,
    timeoutS: TIMEOUT_S,
    filesEach: 1,
    writable: folders.temporary,
  });
  return {
    async read(fileName, bytes) {
      const folder = join(folders.temporary, randomUUID());
      await mkdir(folder, { recursive: true });
      try {
        return await readIn(folder, { fileName, bytes }, { ...folders, harmoniser });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    close: harmoniser.rest,
  };
}

async function readIn(
  folder: string,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
  given: {
    readonly vocabulary: string;
    readonly gazetteers: string;
    readonly harmoniser: Harmoniser;
  },
): Promise<RedLine> {
  const [path, output] = [join(folder, 'file'), join(folder, 'records')];
  await writeFile(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const answer = await given.harmoniser.run({
    file: { path, sha256, fileName },
    companions: [],
    source: SOURCE,
    vocabulary: given.vocabulary,
    gazetteers: given.gazetteers,
    output,
    today: new Date().toISOString().slice(0, 10),
  });
  if ('failed' in answer) return { geometries: [], records: 0, issues: [], failed: answer.failed };
  const { summary } = answer;
  const shapes = await shapesIn(output);
  const [lock] = summary.lock;
  return {
    geometries: shapes.map(({ geometry }) => geometry),
    records: summary.records,
    ...(summary.format ? { format: summary.format } : {}),
    ...(lock ? { crs: lock.crs } : {}),
    ...(shapes[0] ? { transform: shapes[0].transform } : {}),
    issues: summary.issues.filter(({ code }) => TOLD.test(code)),
  };
}

type PlacedShape = { readonly geometry: Wgs84Geometry; readonly transform: string };

async function shapesIn(path: string): Promise<readonly PlacedShape[]> {
  const { size } = await stat(path);
  const shapes: PlacedShape[] = [];
  for (const { frame } of readFrames(path, { from: 0, until: size })) {
    for (let at = 0; at < frame.records && shapes.length <= MOST_SHAPES; at++) {
      const shape = shapeAt(frame, at);
      if (shape) shapes.push(shape);
    }
  }
  return shapes;
}

function shapeAt(frame: Frame, at: number): PlacedShape | undefined {
  const from = at === 0 ? 0 : (frame.geometryEnds[at - 1] ?? 0);
  const to = frame.geometryEnds[at] ?? from;
  if (to === from) return undefined;
  const term = frame.termNumbers[at * TERMS.length + TERMS.indexOf('placement')] ?? 0;
  const { transform = '' } = JSON.parse(frame.terms[term] ?? '{}') as { transform?: string };
  return { geometry: readWkb(frame.geometries.subarray(from, to)), transform };
}
