import { setFlagsFromString } from 'node:v8';
import { FRUGAL_BYTES, FRUGAL_FLAGS } from '#server/jobs/resource-file.ts';
import { restart, sizeOf } from './restart.ts';

/**
 * Need little memory where a file is long: the process is started anew in its own place, with flags of which V8
 * takes some at the start only. Call it before anything is opened or written.
 *
 * @param paths files to be read; those that do not exist do not count
 */
export function beFrugal(paths: readonly string[]): void {
  if (!paths.some((path) => sizeOf(path) > FRUGAL_BYTES)) return;
  if (FRUGAL_FLAGS.every((flag) => process.execArgv.includes(flag))) return;
  for (const flag of FRUGAL_FLAGS) setFlagsFromString(flag);
  restart(FRUGAL_FLAGS);
}
