/** Why a text is no search, for whoever wrote it. */
export type SearchFault = {
  /** What is wrong, as a sentence. */
  readonly what: string;
  /** The part of the text that is. */
  readonly where?: string;
  /** What to do about it, as a sentence. */
  readonly mend: string;
};

/** Make a fault; so much of the place is kept that a person finds it. */
export const fault = (what: string, mend: string, where?: string): SearchFault => ({
  what,
  ...(where === undefined || where === '' ? {} : { where: clip(where) }),
  mend,
});

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** True of a fault, whatever else might have been read. */
export const isFault = (read: object): read is SearchFault => 'what' in read && 'mend' in read;
