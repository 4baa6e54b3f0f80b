/** A piece of a file, and what stands in its place once the control is taken away. */
export type Edit = {
  /** Path in the project. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly put: string;
};

/** A control against a threat, and the tests that must fail without it. */
export type Control = Edit & {
  /** Row of the threat table. */
  readonly row: number;
  /** What the control does. */
  readonly title: string;
  /** What must go besides, where controls stand one behind the other or one stands in several places. */
  readonly also?: readonly Edit[];
  /** Path of the test file. */
  readonly test: string;
  /** Vitest's `-t`: the tests of the file that are run. */
  readonly pattern: string;
};

/** A row, or a part of one, that no edit of the program can take away. */
export type Elsewhere = {
  readonly row: number;
  readonly title: string;
  /** Where it is seen to, and why there. */
  readonly reason: string;
};

/** All that must go for a control to be gone. */
export const editsOf = ({ file, find, put, also = [] }: Control): readonly Edit[] => [
  { file, find, put },
  ...also,
];

/** How often a text stands in another. */
export const countOf = (text: string, find: string): number => text.split(find).length - 1;

/**
 * A file's text without the control.
 *
 * @throws {RangeError} when what is to be taken away does not stand there exactly once
 */
export function without(text: string, { file, find, put }: Edit): string {
  const count = countOf(text, find);
  if (count !== 1) throw new RangeError(`${file} holds ${JSON.stringify(find)} ${count} times`);
  return text.split(find).join(put);
}
