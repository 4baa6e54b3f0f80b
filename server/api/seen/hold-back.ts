import type { ServerResponse } from 'node:http';
import type { Log } from '#server/log.ts';

/**
 * Hold back the end of an answer until something is done: what is sent in one piece is not sent at all before, and
 * what is sent piece by piece does not end. Where it fails, the connection is ended instead.
 */
export function holdBack(
  response: ServerResponse,
  before: () => Promise<void>,
  log: Pick<Log, 'error'>,
): void {
  const end = response.end;
  let isHeld = false;
  const once = async (): Promise<void> => {
    if (isHeld) return;
    isHeld = true;
    await before();
  };
  const fail = (err: unknown): void => {
    log.error({ err }, 'a reading cannot be written down: the answer is not sent');
    response.destroy();
  };
  response.end = ((...given: Parameters<typeof end>) => {
    once().then(() => end.apply(response, given), fail);
    return response;
  }) as typeof end;
  // whoever leaves before the end has read what was sent
  response.once('close', () => void once().catch(fail));
}
