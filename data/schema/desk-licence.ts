import { z } from 'zod';
import { Choice, Tone } from './desk-choice.ts';

/** The questions that narrow licences down, those that fit, and what the one chosen means. */

export const LICENCE_QUESTIONS = ['author', 'os', 'addresses', 'third-party', 'people'] as const;
export type LicenceQuestionId = (typeof LICENCE_QUESTIONS)[number];

export const LicenceAnswers = z.strictObject({
  /** council: its officers · contractor: somebody paid to, rights handed over · others: somebody else. */
  author: z.enum(['council', 'contractor', 'others']).optional(),
  /** none · points: drawn over it · copied: features of an OS product taken over. */
  os: z.enum(['none', 'points', 'copied', 'unsure']).optional(),
  /** none: typed by officers · paf: Royal Mail or AddressBase text · uprn: numbers only. */
  addresses: z.enum(['none', 'uprn', 'paf', 'unsure']).optional(),
  'third-party': z.enum(['none', 'open', 'agreed', 'unsure']).optional(),
  people: z.enum(['no', 'yes']).optional(),
  /** Licence id of the catalogue. */
  licence: z.string().optional(),
  osLicence: z
    .string()
    .trim()
    .regex(/^(?:(?:AC)?\d{10}|\d{9}|1000\d{5})$/i)
    .optional(),
  /** Year of the copyright notice. */
  year: z.int().min(1900).max(2200).optional(),
  evidence: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('page'), url: z.url({ protocol: /^https?$/ }) }),
      /** The organisation decides it with this answer. */
      z.strictObject({
        kind: z.literal('here'),
        role: z.string().trim().min(1).max(100).optional(),
      }),
      /** A letter or minute, kept under its hash: handed in to `POST …/evidence?fileName`. */
      z.strictObject({ kind: z.literal('document'), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    ])
    .optional(),
});
export type LicenceAnswers = z.infer<typeof LicenceAnswers>;

export const LicenceQuestion = z.object({
  id: z.enum(LICENCE_QUESTIONS),
  title: z.string(),
  help: z.string().optional(),
  choices: z.array(Choice),
  /** Id of the choice taken. */
  answer: z.string().optional(),
  /** Title of it, and what follows from it in this file. */
  says: z.string().optional(),
  note: z.string().optional(),
});
export type LicenceQuestion = z.infer<typeof LicenceQuestion>;

export const LicenceFit = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string().optional(),
  chip: z.string(),
  tier: z.string(),
  /** `Named by 37 of 39 datasets here that name a licence.` */
  note: z.string(),
  suggested: z.boolean(),
});
export type LicenceFit = z.infer<typeof LicenceFit>;

export const LicenceStep = z.object({
  /** What the file itself says about its licence. */
  stated: z
    .object({ words: z.string(), where: z.string(), licence: z.string().optional() })
    .optional(),
  questions: z.array(LicenceQuestion),
  answers: LicenceAnswers,
  /** Empty until every question is answered. */
  fits: z.array(LicenceFit),
  refused: z.array(z.object({ id: z.string(), title: z.string(), reason: z.string() })),
  /** Why none fits, and what to do. */
  stop: z.string().optional(),
  chosen: z.string().optional(),
  /** The credit line as it will be printed; `gap`: what is still to be filled in. */
  credit: z.array(
    z.object({
      text: z.string(),
      href: z.string().optional(),
      gap: z.enum(['osLicence', 'year']).optional(),
    }),
  ),
  may: z.array(z.string()),
  must: z.array(z.string()),
  mayNot: z.array(z.string()),
  /** What the licence lets ODIN do. */
  lets: z.array(z.object({ title: z.string(), answer: z.string(), tone: Tone })),
  evidence: z.object({ words: z.string(), by: z.string(), at: z.string() }).optional(),
  /** What is left to settle: `the OS licence number`. */
  left: z.array(z.string()),
  /** Who settled it and when, once nothing is left. */
  decided: z.object({ by: z.string(), at: z.string() }).optional(),
});
export type LicenceStep = z.infer<typeof LicenceStep>;
