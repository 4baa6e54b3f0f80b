/** One demonstration file: where it goes below data/samples, and how its bytes are made. */
export type Sample = {
  readonly path: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
};

/** Text as UTF-8 bytes. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
