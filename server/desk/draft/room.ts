import { Refusal } from '../refusal.ts';
import { sizeText } from '../words.ts';
import type { DeskDeps } from './deps.ts';

/**
 * Make sure that there is room for a file before anything of it is written.
 *
 * @throws {Refusal} `too-large` for the file itself, `no-room` when the organisation or the disk has none left
 */
export async function checkRoom(
  organisation: string,
  sizeBytes: number,
  { limits, publishing, freeBytes }: DeskDeps,
): Promise<void> {
  if (sizeBytes === 0)
    throw new Refusal('unreadable', 'The file is empty. Send one that has rows in it.');
  if (sizeBytes > limits.fileBytes) {
    throw new Refusal(
      'too-large',
      `The file has ${sizeText(sizeBytes)}; this ODIN takes ${sizeText(limits.fileBytes)} at once.`,
    );
  }
  const used = await publishing.store.drafts.usedBytes(organisation);
  if (used + sizeBytes > limits.roomBytes) {
    throw new Refusal(
      'no-room',
      `Your organisation has used ${sizeText(used)} of ${sizeText(limits.roomBytes)}. Discard drafts you do not need, or ask whoever runs this ODIN for more room.`,
    );
  }
  if ((await freeBytes()) - sizeBytes < limits.floorBytes) {
    throw new Refusal(
      'no-room',
      'The disk of this ODIN is nearly full, so nothing is taken in. What is published is not affected; tell whoever runs it.',
    );
  }
}
