import type { Severity } from '#data/schema/issue.ts';
import { maskPersonal, SIGN_WORDS, type SignKind } from './sign.ts';

/** How often one kind of sign was met in one place, and where first. */
export type Met = {
  readonly kind: SignKind;
  strong: number;
  weak: number;
  /** Line of the first strong one, else of the first. */
  line: number | undefined;
  /** The first, masked. */
  example: string;
};

/** What a column or a hidden place seems to hold about persons. */
export type PersonalFinding = {
  /** Label of the column, or where it hides. */
  readonly where: string;
  /** error: held until somebody decides · warning: look at it · notice: likely an office's. */
  readonly severity: Extract<Severity, 'error' | 'warning' | 'notice'>;
  readonly line?: number;
  /** An example, masked. */
  readonly value?: string;
  readonly message: string;
};

/** Counts the signs of one place. */
export type Meter = {
  readonly add: (
    sign: { kind: SignKind; strength: 'strong' | 'weak'; found: string },
    line?: number,
  ) => void;
  readonly met: () => readonly Met[];
};

/** A meter with nothing on it. */
export function buildMeter(): Meter {
  const kinds = new Map<SignKind, Met>();
  return {
    add: ({ kind, strength, found }, line) => {
      const known = kinds.get(kind);
      if (known === undefined) {
        kinds.set(kind, { kind, strong: 0, weak: 0, line, example: maskPersonal(found) });
      } else if (strength === 'strong' && known.strong === 0) {
        known.line = line;
        known.example = maskPersonal(found);
      }
      const counted = kinds.get(kind);
      if (counted !== undefined) counted[strength]++;
    },
    met: () => [...kinds.values()],
  };
}

/** What weak signs are called: nobody says yet that they are a person’s. */
const WEAK_WORDS: Readonly<Partial<Record<SignKind, string>>> = {
  email: 'e-mail addresses',
  name: 'names of persons or of places called after them',
};

let number: Intl.NumberFormat | undefined;

/** `1,204`. Made when it is first asked for: it takes as long as reading a short file. */
function grouped(count: number): string {
  number ??= new Intl.NumberFormat('en-GB');
  return number.format(count);
}

/** `e-mail addresses of persons (3 times, first line 14, such as j…@…)`. */
export function describeMet({ kind, strong, weak, line, example }: Met): string {
  const count = strong > 0 ? strong : weak;
  const times = count === 1 ? 'once' : `${grouped(count)} times`;
  const first =
    line === undefined ? '' : count === 1 ? `, line ${line}` : `, first on line ${line}`;
  const words = (strong === 0 ? WEAK_WORDS[kind] : undefined) ?? SIGN_WORDS[kind];
  return `${words} (${times}${first}, such as ${example})`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** What is to be done about a finding of each severity. */
export const PERSONAL_MENDS: Readonly<Record<PersonalFinding['severity'], string>> = {
  error:
    'Take them out and send the file again, or confirm in the source’s descriptor, with the reason, that they may be published; nothing is published until then.',
  warning: 'Check that no private person is named, and take out what need not be published.',
  notice:
    'They look like those of an office or a public place, so nothing is held back; take out any that are a private person’s.',
};
