import type { Request, Response } from 'express';
import { ApiError } from './problem.ts';

/** A host as clients name it, with its port: nothing in it can end an address. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Scheme and host absolute addresses begin with: as the client sees this server. A proxy on the same machine
 * may say so in `X-Forwarded-Proto` and `X-Forwarded-Host`; any other is told of by `ODIN_PUBLIC_URL`.
 *
 * @throws {ApiError} when the client names no host, or one that is none
 */
export function originOf(
  { req: request }: Pick<Response, 'req'>,
  { publicUrl }: { readonly publicUrl?: string | undefined },
): string {
  if (publicUrl !== undefined) return publicUrl;
  const { host, protocol } = request as Request;
  if (!HOST.test(host ?? '')) {
    throw new ApiError('bad-request', 'The Host header names no host, so no address can be given.');
  }
  return `${protocol === 'https' ? 'https' : 'http'}://${host}`;
}
