import { crc32, deflateRawSync } from 'node:zlib';

/** One member of a zip made for a test; every header field may be made to lie. */
export type Member = {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly crc?: number;
  readonly claimedSize?: number;
  readonly flags?: number;
  readonly unixMode?: number;
  readonly method?: number;
  /** Where the directory says the member is, instead of where it is. */
  readonly offset?: number;
};

/** Write a zip archive. */
export function zipOf(members: readonly Member[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const local = localOf(member);
    locals.push(local);
    directory.push(entryOf(member, member.offset ?? at));
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, list, end]);
}

const bytesOf = ({ bytes }: Member): Buffer => Buffer.from(bytes);
const packedOf = (member: Member): Buffer =>
  member.method === 0 ? bytesOf(member) : deflateRawSync(bytesOf(member));

function fill(header: Buffer, at: number, member: Member): void {
  const bytes = bytesOf(member);
  header.writeUInt16LE((member.flags ?? 0) | (1 << 11), at);
  header.writeUInt16LE(member.method ?? 8, at + 2);
  header.writeUInt32LE(member.crc ?? crc32(bytes), at + 8);
  header.writeUInt32LE(packedOf(member).length, at + 12);
  header.writeUInt32LE(member.claimedSize ?? bytes.length, at + 16);
  header.writeUInt16LE(Buffer.byteLength(member.name), at + 20);
}

function localOf(member: Member): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  fill(header, 6, member);
  return Buffer.concat([header, Buffer.from(member.name), packedOf(member)]);
}

function entryOf(member: Member, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(3 << 8, 4);
  fill(header, 8, member);
  header.writeUInt32LE(((member.unixMode ?? 0o100644) << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(member.name)]);
}
