import { z } from 'zod';

/** Signs that show nothing, or turn the order of others about: they have no place in what somebody says. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

const line = z
  .string()
  .transform((said) => said.replace(UNSEEN, ' ').trim())
  .pipe(z.string().min(1).max(200));

/** Lines stay; whatever else shows nothing goes. */
const text = z
  .string()
  .transform((said) =>
    said
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .map((each) => each.replace(UNSEEN, ' ').trimEnd())
      .join('\n')
      .trim(),
  )
  .pipe(z.string().min(1).max(2_000));

/** What somebody says who asks for a dataset. */
export const AccessAsked = z.object({
  /** Who asks. */
  name: line,
  organisation: line,
  /** Where they can be reached: an e-mail address or a telephone number. */
  contact: line,
  /** What they would read it for. */
  purpose: line,
  words: text,
});
export type AccessAsked = Readonly<z.infer<typeof AccessAsked>>;

/** What the owner answered; it stands. */
export type AccessAnswer = {
  readonly kind: 'agreed' | 'declined';
  readonly by: string;
  /** ISO 8601 time. */
  readonly at: string;
  readonly why?: string;
  /** Id of the agreement that was made. */
  readonly agreement?: string;
};

/** Somebody asks the owner of a dataset for it. */
export type AccessRequest = {
  readonly id: string;
  readonly dataset: string;
  readonly asked: AccessAsked;
  /** Of whoever was signed in. */
  readonly account?: string;
  /** ISO 8601 time. */
  readonly at: string;
  /** Absent while it waits. */
  readonly answer?: AccessAnswer;
};
