import type { Room } from '#tiles/options.ts';

/** Room for what a build puts away, its files in memory. */
export function memoryRoom(memoryBytes: number): Room & {
  /** Files begun, and those of them that were not closed. */
  readonly opened: () => number;
  readonly left: () => number;
} {
  let opened = 0;
  let left = 0;
  return {
    memoryBytes,
    opened: () => opened,
    left: () => left,
    open: () => {
      opened++;
      left++;
      let bytes = new Uint8Array(1 << 16);
      let end = 0;
      return {
        append: (more) => {
          if (end + more.length > bytes.length) {
            const larger = new Uint8Array(2 * (end + more.length));
            larger.set(bytes);
            bytes = larger;
          }
          bytes.set(more, end);
          end += more.length;
          return end - more.length;
        },
        read: (at, into) => into.set(bytes.subarray(at, at + into.length)),
        close: () => {
          left--;
          bytes = new Uint8Array(0);
        },
      };
    },
  };
}
