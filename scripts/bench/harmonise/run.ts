import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What one run took. */
export type Taken = {
  /** Processor time of all its threads, user and system. */
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMb: number;
};

/** GNU time, which says what another process took. */
const TIME = '/usr/bin/time';

/** True where a run can be measured. */
export const canMeasure = (): boolean => existsSync(TIME);

/**
 * Run a program to its end and measure it.
 *
 * @throws Error with its last words when it fails
 */
export function run(program: string, given: readonly string[]): Taken & { readonly said: string } {
  const typed = ['-q', '-f', '%U %S %e %M', program, ...given];
  const ran = spawnSync(TIME, typed, { encoding: 'utf8', maxBuffer: 1 << 26 });
  const lines = ran.stderr.trimEnd().split('\n');
  if (ran.status !== 0) throw new Error(`${program} failed: ${lines.slice(-3).join(' ')}`);
  const [user = 0, system = 0, wall = 0, peakKb = 0] = (lines.at(-1) ?? '').split(' ').map(Number);
  return {
    cpuMs: (user + system) * 1e3,
    wallMs: wall * 1e3,
    peakMb: peakKb / 1024,
    said: ran.stdout,
  };
}
