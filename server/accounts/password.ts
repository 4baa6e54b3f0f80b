import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * Cost of a guess: 32 MB and three passes, about a quarter of a second.
 * Source: OWASP Password Storage Cheat Sheet, scrypt N = 2^15, r = 8, p = 3.
 */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const KEY_BYTES = 32;
/** Node refuses at 32 MB unless told; the kernel needs 128 · N · r bytes and a little. */
const MOST_MEMORY = 64 * 2 ** 20;

/** Fewest characters of a password. Source: NCSC, three random words; NIST SP 800-63B §3.1.1.2 asks for 8 at least. */
export const FEWEST_CHARACTERS = 12;
const MOST_CHARACTERS = 200;

/** Guesses worked out at once: others wait, and the threads that read tiles stay free. */
const AT_ONCE = 2;

/** Kept form: `scrypt$N$r$p$salt$key`, the last two as base64url. */
const KEPT = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/** What is wrong with a password somebody chooses, as a sentence; undefined when nothing is. */
export function passwordFault(password: string, email: string): string | undefined {
  const length = [...password].length;
  if (length < FEWEST_CHARACTERS) {
    return `Use at least ${FEWEST_CHARACTERS} characters: three random words make a good password`;
  }
  if (length > MOST_CHARACTERS) return `Use at most ${MOST_CHARACTERS} characters`;
  const plain = password.toLowerCase();
  const [local = ''] = email.toLowerCase().split('@');
  if (new Set(plain).size < 5 || RUNS.some((run) => run.includes(plain))) {
    return 'Choose something less easy to guess: this repeats or counts';
  }
  if (
    plain === email.toLowerCase() ||
    (local.length > 5 && plain.replaceAll(local, '').length < 6)
  ) {
    return 'Choose a password that is not made of your e-mail address';
  }
  return undefined;
}

/** Keys in a row, often enough to hold any password made of them. */
const RUNS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'].map(
  (run) => run.repeat(10),
);

/** A password as it is kept. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, { ...COST, bytes: KEY_BYTES });
  const { N, r, p } = COST;
  return `scrypt$${N}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/**
 * Whether a password is the one kept. Where none is kept the same work is done for nothing, so that the time
 * taken does not tell whether there is an account.
 */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = KEPT.exec(kept ?? DECOY) ?? [];
  const wanted = Buffer.from(key, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p), bytes: wanted.length };
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return timingSafeEqual(given, wanted) && kept !== undefined;
}

const DECOY = `scrypt$${COST.N}$${COST.r}$${COST.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

type Cost = { readonly N: number; readonly r: number; readonly p: number; readonly bytes: number };

let working = 0;
const waiting: (() => void)[] = [];

/** Guesses that may wait; more are told to come again. */
const MOST_WAITING = 32;

/** Whether so many passwords wait to be checked that no more should be taken. */
export const isBusy = (): boolean => waiting.length >= MOST_WAITING;

async function derive(password: string, salt: Buffer, { bytes, ...cost }: Cost): Promise<Buffer> {
  if (working >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else working += 1;
  try {
    return await new Promise((resolve, reject) => {
      const options = { ...cost, maxmem: MOST_MEMORY };
      // keyboards write the same letter in several ways
      scrypt(password.normalize('NFKC'), salt, bytes, options, (fault, key) => {
        if (fault) reject(fault);
        else resolve(key);
      });
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}
