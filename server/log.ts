import { type Logger, pino } from 'pino';
import { TOKENS_IN_TEXT } from './accounts/secret.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/**
 * The log: one JSON line an event on standard error, values as fields, never a record's content. What looks like
 * an API token is struck out of whatever is said.
 */
export const openLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: { streamWrite: (line) => line.replaceAll(TOKENS_IN_TEXT, 'odin_…') },
    },
    pino.destination(2),
  );
