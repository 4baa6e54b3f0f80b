import { basename, join } from 'node:path';
import { editionIn } from '#data/gazetteer/edition.ts';
import { type Entry, GAZETTEER_ENDING } from '#data/gazetteer/packed.ts';
import {
  type LeftOut,
  type Product,
  recogniseTable,
  type Table,
  type ToGrid,
} from '#data/gazetteer/products.ts';
import type { GazetteerEdition } from '#data/schema/gazetteer.ts';
import { type Candidate, openInput } from './gazetteer-files.ts';
import {
  type GazetteerWriter,
  openGazetteerWriter,
  type WrittenGazetteer,
} from './gazetteer-writer.ts';

/** What the caller says of the files; what is left out is told by the files themselves. */
export type LoadOptions = {
  /** Folder of gazetteers. */
  readonly folder: string;
  readonly toGrid: ToGrid;
  /** Title of a table that is no product ODIN knows. */
  readonly title?: string | undefined;
  /** `2024-05`. */
  readonly edition?: string | undefined;
  /** National Grid metres, west south east north: entries outside are left out. */
  readonly area?: readonly [number, number, number, number] | undefined;
  /** What a gazetteer is under; throws when it may not be used. */
  readonly terms: (
    product: Product,
    edition: string | undefined,
  ) => Pick<GazetteerEdition, 'publisher' | 'licence' | 'attribution'>;
  readonly now: Date;
  /** Told after every two million rows. */
  readonly onProgress?: (rows: number) => void;
};

/** One gazetteer made, and what was left out of it. */
export type Loaded = WrittenGazetteer & { readonly leftOut: ReadonlyMap<LeftOut, number> };

type Making = {
  readonly product: Product;
  readonly path: string;
  readonly id: string;
  readonly edition: string | undefined;
  readonly terms: ReturnType<LoadOptions['terms']>;
  readonly writer: GazetteerWriter;
  readonly files: string[];
  readonly leftOut: Map<LeftOut, number>;
};

const PROGRESS_ROWS = 2_000_000;

/**
 * Make gazetteers out of files as their publishers ship them, one for each product in them.
 *
 * @returns what was made; empty when no table in the files holds addresses ODIN can place
 * @throws {Error} when a file cannot be read; nothing is left behind then
 */
export async function loadGazetteerFiles(
  paths: readonly string[],
  options: LoadOptions,
): Promise<readonly Loaded[]> {
  const making = new Map<string, Making>();
  try {
    for (const path of paths) await loadFile(path, making, options);
  } catch (cause) {
    for (const { writer } of making.values()) writer.abandon();
    throw cause;
  }
  return [...making.values()].map(({ product, id, edition, terms, writer, files, leftOut }) => {
    const written = writer.finish({
      id,
      product: product.id,
      title: product.title,
      ...(edition === undefined ? {} : { edition }),
      kind: product.kind,
      ...terms,
      files,
      loadedAt: options.now.toISOString(),
    });
    return { ...written, leftOut };
  });
}

async function loadFile(
  path: string,
  making: Map<string, Making>,
  options: LoadOptions,
): Promise<void> {
  const input = await openInput(path, options.folder);
  try {
    const edition = options.edition ?? firstOf(input.notes, editionIn);
    for (const candidate of input.tables) {
      const table = await recognise(candidate, options.toGrid);
      if (!table) continue;
      const into = startMaking({ path, table, edition }, making, options);
      if (!into.files.includes(basename(path))) into.files.push(basename(path));
      await fill(into, table, candidate, options);
    }
  } finally {
    input.close();
  }
}

function firstOf<T>(notes: readonly string[], read: (note: string) => T | undefined) {
  for (const note of notes) {
    const found = read(note);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function recognise({ name, rows }: Candidate, toGrid: ToGrid): Promise<Table | undefined> {
  for await (const batch of rows()) {
    const [first] = batch;
    if (first) return recogniseTable(basename(name), first, toGrid);
  }
  return undefined;
}

function startMaking(
  found: { readonly path: string; readonly table: Table; readonly edition: string | undefined },
  making: Map<string, Making>,
  options: LoadOptions,
): Making {
  const { path, table, edition } = found;
  const product = table.product ?? ownProduct(path, table, options.title);
  const known = making.get(product.id);
  if (known) return known;
  const id = edition === undefined ? product.id : `${product.id}-${slug(edition)}`;
  const file = join(options.folder, id + GAZETTEER_ENDING);
  const terms = options.terms(product, edition);
  const writer = openGazetteerWriter(file);
  const made = { product, path: file, id, edition, terms, writer, files: [], leftOut: new Map() };
  making.set(product.id, made);
  return made;
}

function ownProduct(path: string, { kind }: Table, given: string | undefined): Product {
  const title = given ?? basename(path).replace(/\.[^.]*$/, '');
  return { id: slug(title) || 'addresses', title, publisher: '', kind };
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

async function fill(
  into: Making,
  table: Table,
  { rows }: Candidate,
  { area, onProgress }: LoadOptions,
): Promise<void> {
  let count = 0;
  let told = 0;
  for await (const batch of rows()) {
    const skipped = count === 0 && !table.headless ? 1 : 0;
    for (const cells of batch.slice(skipped)) keep(into, within(table.read(cells), area));
    count += batch.length;
    if (count - told < PROGRESS_ROWS) continue;
    told = count;
    onProgress?.(count);
  }
}

function keep({ writer, leftOut }: Making, entry: Entry | LeftOut): void {
  if (typeof entry === 'object') writer.add(entry);
  else leftOut.set(entry, (leftOut.get(entry) ?? 0) + 1);
}

function within(entry: Entry | LeftOut, area: LoadOptions['area']): Entry | LeftOut {
  if (area === undefined || typeof entry === 'string') return entry;
  const { easting, northing } = entry;
  const inside =
    easting >= area[0] && easting <= area[2] && northing >= area[1] && northing <= area[3];
  return inside ? entry : 'outside';
}
