import { ZipFile } from 'yazl';

/** Date inside every archive, so that the same content gives the same bytes. */
const WRITTEN = new Date('2026-01-05T09:00:00Z');

/** Files as a zip archive, in the order given. */
export async function writeZip(files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(bytes), name, { mtime: WRITTEN, mode: 0o100644 });
  }
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}
