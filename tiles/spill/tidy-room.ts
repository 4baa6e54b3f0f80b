import type { Room, Scratch, SpillFile } from '../options.ts';

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

/** Let encoded tiles wait in a file of a room. */
export function scratchIn(room: Room): Scratch {
  const file = room.open();
  return {
    put: (bytes) => {
      const { length } = bytes;
      const at = file.append(bytes);
      return () => {
        const fetched = new Uint8Array(length);
        file.read(at, fetched);
        return fetched;
      };
    },
  };
}
