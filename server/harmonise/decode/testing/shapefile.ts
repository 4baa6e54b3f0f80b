/** A .shp of points (null where a shape is missing). */
export function shpOf(points: readonly (readonly [number, number] | null)[]): Buffer {
  const bodies = points.map((point) => {
    const body = Buffer.alloc(point ? 20 : 4);
    body.writeInt32LE(point ? 1 : 0, 0);
    if (point) {
      body.writeDoubleLE(point[0], 4);
      body.writeDoubleLE(point[1], 12);
    }
    return body;
  });
  return shpOfBodies(bodies);
}

/** A .shp of polygons (type 5), each a list of rings. */
export function polygonShp(
  polygons: readonly (readonly (readonly [number, number])[])[][],
): Buffer {
  return shpOfBodies(polygons.map(polygonBody));
}

function polygonBody(rings: readonly (readonly (readonly [number, number])[])[]): Buffer {
  const positions = rings.flat();
  const body = Buffer.alloc(44 + rings.length * 4 + positions.length * 16);
  body.writeInt32LE(5, 0);
  body.writeInt32LE(rings.length, 36);
  body.writeInt32LE(positions.length, 40);
  let start = 0;
  for (const [index, ring] of rings.entries()) {
    body.writeInt32LE(start, 44 + index * 4);
    start += ring.length;
  }
  for (const [index, [x, y]] of positions.entries()) {
    body.writeDoubleLE(x, 44 + rings.length * 4 + index * 16);
    body.writeDoubleLE(y, 52 + rings.length * 4 + index * 16);
  }
  return body;
}

function shpOfBodies(bodies: readonly Buffer[]): Buffer {
  const records = bodies.map((body, index) => {
    const header = Buffer.alloc(8);
    header.writeInt32BE(index + 1, 0);
    header.writeInt32BE(body.length / 2, 4);
    return Buffer.concat([header, body]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(1, 32);
  return Buffer.concat([header, ...records]);
}

/** One field of a test table: name, type, width. */
export type Field = readonly [name: string, type: string, length: number];

/** A .dbf; a row that starts with `*` is marked deleted. */
export function dbfOf(
  fields: readonly Field[],
  rows: readonly (readonly (string | Buffer)[])[],
  { driver = 0 }: { driver?: number } = {},
): Buffer {
  const header = Buffer.alloc(33 + fields.length * 32);
  header.writeUInt8(3, 0);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(1 + fields.reduce((sum, [, , length]) => sum + length, 0), 10);
  header.writeUInt8(driver, 29);
  for (const [index, [name, type, length]] of fields.entries()) {
    header.write(name, 32 + index * 32, 'latin1');
    header.write(type, 43 + index * 32, 'latin1');
    header.writeUInt8(length, 48 + index * 32);
  }
  header.writeUInt8(0x0d, header.length - 1);
  const records = rows.map((row) => rowOf(fields, row));
  return Buffer.concat([header, ...records, Buffer.from([0x1a])]);
}

function rowOf(fields: readonly Field[], row: readonly (string | Buffer)[]): Buffer {
  const isDeleted = row[0] === '*';
  const cells = (isDeleted ? row.slice(1) : row).map((cell, index) => {
    const padded = Buffer.alloc(fields[index]?.[2] ?? 0, 32);
    Buffer.from(cell).copy(padded);
    return padded;
  });
  return Buffer.concat([Buffer.from(isDeleted ? '*' : ' '), ...cells]);
}
