import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import type { Source } from '#data/schema/source.ts';
import { replay, type Word } from '#server/decide.ts';
import { readDescriptor } from '#server/descriptors.ts';
import { textOption } from './arguments.ts';
import { type Arguments, type Option, WrongCall } from './command.ts';
import { nearest } from './nearest.ts';

/** Who acts, and why. */
export const WORD_OPTIONS: readonly Option[] = [
  { name: '--why', value: 'TEXT', help: 'the reason, kept with the decision' },
  { name: '--by', value: 'NAME', help: 'who decides; the user of this computer unless said' },
];

/**
 * The descriptor a person names: an id, or a file. The decisions made in this deployment are made again on a
 * file that does not have them.
 *
 * @param sources descriptors of the deployment
 * @throws WrongCall when there is no such descriptor
 */
export function descriptorNamed(named: string, sources: ReadonlyMap<string, Source>): Source {
  const known = sources.get(named);
  if (known) return known;
  if (!existsSync(named)) {
    const guess = nearest(named, sources.keys());
    const hint = guess === undefined ? '' : ` Did you mean ${guess}?`;
    throw new WrongCall(`There is no descriptor “${named}”.${hint}`);
  }
  const given = asked(() => readDescriptor(named));
  return replay(given, sources.get(given.id)?.history ?? []);
}

/** Do what was asked for; the caller's mistake is told in a sentence. @throws WrongCall */
export function asked<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (!(cause instanceof TypeError || cause instanceof RangeError)) throw cause;
    throw new WrongCall(cause.message, { cause });
  }
}

/** Who decides, when, and why. @throws WrongCall without a reason */
export function wordOf(given: Arguments): Word {
  const why = textOption(given, '--why');
  if (why === undefined) throw new WrongCall('Say why: --why "…"');
  return { by: byOf(given), at: new Date().toISOString(), why };
}

/** Who acts. */
export function byOf(given: Arguments): string {
  const said = textOption(given, '--by');
  if (said !== undefined) return said;
  try {
    return userInfo().username;
  } catch {
    return 'not stated'; // a user without a name, as in some containers
  }
}
