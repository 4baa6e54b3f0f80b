/** Why the desk does not do what it was asked; the reader is a person. */
export type RefusalCode =
  | 'bad-request'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'no-room'
  | 'unreadable';

/** A refusal with a sentence for whoever asked. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** The same answer for what is not there and what is not yours. */
export const noDraft = (id: string): Refusal =>
  new Refusal('not-found', `Cannot find draft "${id}".`);
