/** One table of a FlatBuffers file; fields by number, absent ones empty. Every read is bounds-checked. */
export type FlatTable = {
  readonly byte: (field: number) => number;
  readonly short: (field: number, otherwise: number) => number;
  readonly int: (field: number) => number;
  readonly long: (field: number) => number;
  readonly text: (field: number) => string | undefined;
  readonly bytes: (field: number) => Uint8Array;
  readonly uints: (field: number) => number[];
  readonly doubles: (field: number) => number[];
  readonly table: (field: number) => FlatTable | undefined;
  readonly tables: (field: number) => FlatTable[];
};

/** The table a root offset points at. Source: FlatBuffers internals. @throws RangeError outside the bytes */
export function rootTable(view: DataView, at: number): FlatTable {
  return tableAt(view, at + view.getUint32(at, true));
}

function tableAt(view: DataView, at: number): FlatTable {
  const vtable = at - view.getInt32(at, true);
  const vtableSize = view.getUint16(vtable, true);
  /** Where a field's value stands, or 0. */
  const place = (field: number): number => {
    const entry = 4 + field * 2;
    const offset = entry + 2 <= vtableSize ? view.getUint16(vtable + entry, true) : 0;
    return offset === 0 ? 0 : at + offset;
  };
  const target = (field: number): number => {
    const from = place(field);
    return from === 0 ? 0 : from + view.getUint32(from, true);
  };
  /** Start and length of a vector whose elements are `size` bytes. */
  const vector = (field: number, size: number): { start: number; count: number } => {
    const from = target(field);
    if (from === 0) return { start: 0, count: 0 };
    const count = view.getUint32(from, true);
    if (from + 4 + count * size > view.byteLength)
      throw new RangeError('a list is longer than the file');
    return { start: from + 4, count };
  };
  const list = <T>(field: number, size: number, read: (at: number) => T): T[] => {
    const { start, count } = vector(field, size);
    return Array.from({ length: count }, (_, index) => read(start + index * size));
  };
  const bytes = (field: number): Uint8Array => {
    const { start, count } = vector(field, 1);
    return new Uint8Array(view.buffer, view.byteOffset + start, count);
  };
  return {
    byte: (field) => (place(field) === 0 ? 0 : view.getUint8(place(field))),
    short: (field, otherwise) =>
      place(field) === 0 ? otherwise : view.getUint16(place(field), true),
    int: (field) => (place(field) === 0 ? 0 : view.getInt32(place(field), true)),
    long: (field) => (place(field) === 0 ? 0 : Number(view.getBigUint64(place(field), true))),
    text: (field) => (place(field) === 0 ? undefined : new TextDecoder().decode(bytes(field))),
    bytes,
    uints: (field) => list(field, 4, (from) => view.getUint32(from, true)),
    doubles: (field) => list(field, 8, (from) => view.getFloat64(from, true)),
    table: (field) => (target(field) === 0 ? undefined : tableAt(view, target(field))),
    tables: (field) => list(field, 4, (from) => tableAt(view, from + view.getUint32(from, true))),
  };
}
