import type { RequestHandler } from 'express';
import { type Basemap, originsOf } from '#data/schema/basemap.ts';

/** What pages of ours may load and do: only our own files, and blobs that MapLibre makes. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "child-src 'self' blob:",
  // MapLibre sets styles on the elements it makes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where the map alone is served for a frame on somebody's page; every other page refuses to be framed. */
export const EMBED_PATH = '/embed';

/** Headers of every answer that is not a tile. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Addresses pages of others may read. */
export const isOpen = (path: string): boolean =>
  path.startsWith('/api/') || path.startsWith('/basemap/');

/** Set them, before anything else answers. The data is public: any page may read the API. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  response.set(SECURITY_HEADERS);
  if (request.path === EMBED_PATH) {
    response.removeHeader('X-Frame-Options');
    response.set({
      'Content-Security-Policy': POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *'),
      // the frame opens the full map in a tab of its own
      'Cross-Origin-Opener-Policy': 'unsafe-none',
    });
  }
  if (isOpen(request.path)) {
    response.set('Access-Control-Allow-Origin', '*');
  }
  next();
};

/** Let the explorer, and no other page, load the base maps that are offered from where they stand. */
export function allowBasemaps(basemaps: readonly Basemap[]): RequestHandler {
  const origins = [...new Set(basemaps.flatMap(originsOf))].join(' ');
  return (_, response, next) => {
    const policy = response.get('Content-Security-Policy');
    if (origins !== '' && policy !== undefined) {
      const widened = policy.replace("connect-src 'self'", `connect-src 'self' ${origins}`);
      response.set('Content-Security-Policy', widened);
    }
    next();
  };
}
