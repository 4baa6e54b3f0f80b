import type { LicenceAnswers, LicenceQuestion, LicenceStep } from '#data/schema/desk-licence.ts';
import type { Act } from '../state/outbox.ts';

/** The answers as last given: by the server, or by what is still on its way there. */
export function answersOf(step: LicenceStep, waiting: readonly Act[]): LicenceAnswers {
  const last = waiting.findLast(({ path }) => path === 'licence');
  return (last?.body as LicenceAnswers | undefined) ?? step.answers;
}

/** Answers with one question answered anew. What was chosen upon the others may no longer fit: it is asked again. */
export function answered(
  answers: LicenceAnswers,
  question: LicenceQuestion['id'],
  choice: string,
): LicenceAnswers {
  if (answers[question] === choice) return answers;
  const { licence: _, ...rest } = answers;
  return { ...rest, [question]: choice };
}

/** Answers with a part taken out or put in. */
export function withPart<Part extends 'licence' | 'osLicence' | 'year' | 'evidence'>(
  answers: LicenceAnswers,
  part: Part,
  value: LicenceAnswers[Part] | undefined,
): LicenceAnswers {
  const { [part]: _, ...rest } = answers;
  return value === undefined ? rest : { ...rest, [part]: value };
}

/** A number on an agreement with Ordnance Survey: `AC0000000000`, `100012345`. Source: `LicenceAnswers`. */
export const isOsLicence = (text: string): boolean =>
  /^(?:(?:AC)?\d{10}|\d{9}|1000\d{5})$/i.test(text.trim());

/** An address a page can be read at. */
export const isPage = (text: string): boolean => {
  const url = URL.parse(text.trim());
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.');
};

/** What is left, beside the button: `Still needed: 5 questions`. */
export const sayLeft = (left: readonly string[]): string =>
  left.length === 0 ? '' : `Still needed: ${left.join(', ')}`;
