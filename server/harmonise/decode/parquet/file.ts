import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { type FileMetaData, parquetMetadata, parquetSchema, snappyUncompress } from 'hyparquet';
import { parquetHeader, readColumn } from 'hyparquet/src/column.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { compressors } from 'hyparquet-compressors';
import { Refusal, refuse } from '../refusal.ts';

type Schema = ReturnType<typeof parquetSchema>;
type Chunk = FileMetaData['row_groups'][number]['columns'][number];

/** A Parquet file whose row groups may be read one by one. */
export type Parquet = {
  readonly bytes: Uint8Array;
  readonly schema: Schema;
  /** Key–value metadata of the file. */
  readonly metadata: ReadonlyMap<string, string>;
  /** Columns that are one value a row. */
  readonly columns: readonly string[];
  /** Columns that are lists or structures, which are not read; bounding boxes are not told. */
  readonly nested: readonly string[];
  readonly groups: readonly RowGroup[];
};

export type RowGroup = { readonly rows: number; readonly chunks: readonly Chunk[] };

/** Values of one column of a row group. */
type Values = ArrayLike<unknown>;

/** Rows of a file, at most. */
const ROW_LIMIT = 20_000_000;
/** Bytes a page may inflate to. */
const PAGE_LIMIT = 500_000_000;

/** hyparquet throws plain errors where the bytes are not what they should be; their words are no officer's. */
function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown;
    return refuse(
      'file.corrupt',
      'The Parquet file is damaged: what it says of its columns and what it holds do not agree. Export it again, or send a GeoPackage.',
    );
  }
}

/** Read the footer. @throws Refusal when it is damaged or names more than 20 million rows */
export function openParquet(bytes: Uint8Array): Parquet {
  return attempt(() => {
    const metadata = parquetMetadata(bytes, { geoparquet: false });
    const schema = parquetSchema(metadata);
    const groups = metadata.row_groups.map((group) => ({
      rows: Number(group.num_rows),
      chunks: group.columns,
    }));
    const rows = groups.reduce((sum, group) => sum + group.rows, 0);
    if (!(rows <= ROW_LIMIT) || groups.some((group) => !(group.rows >= 0))) {
      refuse('file.too-large', 'The Parquet file says it has more than 20 million rows.');
    }
    const nested = schema.children.filter(({ children }) => children.length > 0);
    const flat = schema.children.filter(({ children }) => children.length === 0);
    return {
      bytes,
      schema,
      metadata: new Map(
        (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? '']),
      ),
      columns: flat.map(({ element }) => element.name),
      nested: nested
        .map(({ element }) => element.name)
        .filter((name) => !/bbox|covering/i.test(name)),
      groups,
    };
  });
}

/** All columns of a row group by name. @throws Refusal when a page is damaged */
export function readGroup(parquet: Parquet, group: RowGroup): ReadonlyMap<string, Values> {
  const columns = new Map<string, Values>();
  for (const chunk of group.chunks) {
    const path = chunk.meta_data?.path_in_schema ?? [];
    const [name] = path;
    if (path.length === 1 && name !== undefined) {
      columns.set(
        name,
        attempt(() => readChunk(parquet, chunk, group.rows)),
      );
    }
  }
  return columns;
}

function readChunk({ bytes, schema }: Parquet, chunk: Chunk, rows: number): Values {
  const about = chunk.meta_data;
  if (!about) throw new Error('a column has no metadata');
  const start = Number(about.dictionary_page_offset || about.data_page_offset);
  const size = Number(about.total_compressed_size);
  if (!(start >= 4 && size >= 0 && start + size <= bytes.length))
    throw new Error('a column lies outside the file');
  const view = () => new DataView(bytes.buffer, bytes.byteOffset + start, size);
  checkPages(view(), rows);
  const leaf = schema.children.find(({ element }) => element.name === about.path_in_schema[0]);
  if (!leaf) throw new Error('a column is not in the schema');
  const { data } = readColumn(
    { view: view(), offset: 0 },
    { groupStart: 0, groupRows: rows, selectStart: 0, selectEnd: rows },
    {
      ...about,
      pathInSchema: about.path_in_schema,
      element: leaf.element,
      schemaPath: [schema, leaf],
      parsers: PARSERS,
      compressors: COMPRESSORS,
      utf8: false,
    },
  );
  return data.length === 1 && data[0]
    ? data[0]
    : data.flatMap((part) => Array.from(part as ArrayLike<unknown>));
}

/** Every page says how much it holds: more than the group's rows, or than its bytes can, is a lie. */
function checkPages(view: DataView, rows: number): void {
  const reader = { view, offset: 0 };
  while (reader.offset < view.byteLength - 1) {
    const header = parquetHeader(reader);
    const values =
      header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values ?? 0;
    const entries = header.dictionary_page_header?.num_values ?? 0;
    const size = header.compressed_page_size;
    const inflated = header.uncompressed_page_size;
    const fits =
      values >= 0 && values <= rows && entries >= 0 && entries <= Math.max(64, inflated * 8);
    if (!fits || !(size >= 0 && reader.offset + size <= view.byteLength) || !(inflated >= 0)) {
      throw new Error('a page says it holds more than it can');
    }
    if (inflated > PAGE_LIMIT || inflated > size * 1000 + 10_000_000) {
      refuse(
        'file.archive-bomb-or-path-escape',
        'A page of the Parquet file inflates beyond all measure.',
      );
    }
    reader.offset += size;
  }
}

const PARSERS = {
  ...DEFAULT_PARSERS,
  geometryFromBytes: (bytes: Uint8Array | undefined) => bytes,
  geographyFromBytes: (bytes: Uint8Array | undefined) => bytes,
};

const within = (size: number) => ({ maxOutputLength: Math.max(1, size) });

const { LZ4, LZ4_RAW } = compressors;

const COMPRESSORS = {
  ...(LZ4 ? { LZ4 } : {}),
  ...(LZ4_RAW ? { LZ4_RAW } : {}),
  SNAPPY: (input: Uint8Array, size: number) => {
    const output = new Uint8Array(size);
    snappyUncompress(input, output);
    return output;
  },
  GZIP: (input: Uint8Array, size: number) => gunzipSync(input, within(size)),
  ZSTD: (input: Uint8Array, size: number) => zstdDecompressSync(input, within(size)),
  BROTLI: (input: Uint8Array, size: number) => brotliDecompressSync(input, within(size)),
};
