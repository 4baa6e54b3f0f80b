import type { Room, SpillFile } from '../options.ts';

/** The same room, knowing which of its files are still open. */
export type TidyRoom = Room & { /** Close them all. */ readonly closeAll: () => void };

export function tidied(room: Room): TidyRoom {
  const open = new Set<SpillFile>();
  return {
    memoryBytes: room.memoryBytes,
    open: () => {
      const file = room.open();
      const close = (): void => {
        if (open.delete(closing)) file.close();
      };
      const closing = { ...file, close };
      open.add(closing);
      return closing;
    },
    closeAll: () => {
      for (const file of [...open]) file.close();
    },
  };
}
