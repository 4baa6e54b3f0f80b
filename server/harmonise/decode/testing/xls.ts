const SECTOR = 512;
const [LIST, END, FREE] = [0xfffffffd, 0xfffffffe, 0xffffffff];

/** One record of a BIFF stream. */
export function record(type: number, ...data: readonly (Uint8Array | readonly number[])[]): Buffer {
  const body = Buffer.concat(data.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** Whole numbers of two bytes each, lowest byte first. */
export const shorts = (...values: readonly number[]): number[] =>
  values.flatMap((value) => [value & 255, (value >> 8) & 255]);

/** Whole numbers of four bytes each. */
export const longs = (...values: readonly number[]): number[] =>
  values.flatMap((value) => shorts(value & 0xffff, (value >>> 16) & 0xffff));

/** The first record of the globals, and of a sheet. */
export const begin = (type = 5): Buffer => record(0x0809, shorts(0x0600, type, 0, 0), longs(0, 0));
export const end = record(0x000a);

/** The stream of a workbook of one sheet with these records among its globals and its cells, under one name or more. */
export function streamOf(
  globals: readonly Buffer[],
  cells: readonly Buffer[],
  names: readonly string[] = ['Data'],
): Buffer {
  const listed = (at: number) =>
    names.map((name) => record(0x0085, longs(at), [0, 0, name.length, 0], Buffer.from(name)));
  const before = (at: number) => Buffer.concat([begin(), ...listed(at), ...globals, end]);
  return Buffer.concat([before(before(0).length), begin(16), ...cells, end]);
}

/** What a compound file says of itself, made to lie where a test wants it to. */
export type Lies = {
  readonly name?: string;
  /** What follows a sector, in place of the truth. */
  readonly next?: Readonly<Record<number, number>>;
  readonly firstList?: number;
  /** Left neighbour of the only entry. */
  readonly left?: number;
  readonly size?: number;
};

/** A compound file that holds one stream: sector 0 is the list of sectors, 1 the directory. */
export function compoundOf(stream: Uint8Array, lies: Lies = {}): Buffer {
  const size = Math.max(4096, Math.ceil(stream.length / SECTOR) * SECTOR);
  const body = Buffer.alloc(size);
  body.set(stream);
  return Buffer.concat([
    headerOf(lies),
    listOf(size / SECTOR, lies),
    directoryOf(size, lies),
    body,
  ]);
}

function headerOf({ firstList }: Lies): Buffer {
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 0, 'hex');
  header.fill(Buffer.from(shorts(0x3e, 3, 0xfffe, 9, 6)), 24, 34);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(firstList ?? END, 68);
  for (let at = 76; at < SECTOR; at += 4) header.writeUInt32LE(at === 76 ? 0 : FREE, at);
  return header;
}

/** One sector names 128 others: enough for streams of 64,512 bytes. */
function listOf(count: number, { next = {} }: Lies): Buffer {
  const list = Buffer.alloc(SECTOR, 0xff);
  list.writeUInt32LE(LIST, 0);
  list.writeUInt32LE(END, 4);
  for (let sector = 2; sector < count + 2; sector += 1) {
    list.writeUInt32LE(sector === count + 1 ? END : sector + 1, sector * 4);
  }
  for (const [sector, value] of Object.entries(next)) list.writeUInt32LE(value, Number(sector) * 4);
  return list;
}

function directoryOf(
  size: number,
  { name = 'Workbook', left = FREE, size: claimed }: Lies,
): Buffer {
  const directory = Buffer.alloc(SECTOR);
  const entry = (at: number, called: string, type: number, child: number) => {
    directory.write(called, at, 'utf16le');
    directory.writeUInt16LE(called.length * 2 + 2, at + 64);
    directory[at + 66] = type;
    directory.writeUInt32LE(type === 2 ? left : FREE, at + 68);
    directory.writeUInt32LE(FREE, at + 72);
    directory.writeUInt32LE(child, at + 76);
  };
  entry(0, 'Root Entry', 5, 1);
  directory.writeUInt32LE(END, 116);
  entry(128, name, 2, FREE);
  directory.writeUInt32LE(2, 128 + 116);
  directory.writeUInt32LE(claimed ?? size, 128 + 120);
  return directory;
}
