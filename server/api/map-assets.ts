import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { FONT_FILES } from '#data/cartography/style/fonts.ts';
import { nothingHere } from './problem.ts';

/** How long a map may use letters and marks without asking again. */
const KEPT = { maxAge: '1d', index: false } as const;

/** `0-255`: the only form of range there is; a stack may name several fonts, of which the first we have is used. */
const RANGE = /^(\d{1,5})-(\d{1,5})$/;

const HELD = new Set(FONT_FILES.values());

/**
 * What style documents draw with: `/api/sprites/<mode>[@2x].{json,png}`, `/api/fonts/<stack>/<range>.pbf`.
 *
 * @param folder `data/cartography`
 */
export function mountMapAssets(app: Express, folder: string): void {
  app.use('/api/sprites', express.static(join(folder, 'sprites'), KEPT), nothingHere);
  app.get('/api/fonts/:stack/:range.pbf', letters(join(folder, 'fonts')));
}

function letters(root: string): RequestHandler {
  return (request, response, next) => {
    const { stack = '', range = '' } = request.params as Record<string, string>;
    const font = stack.split(',').find((name) => HELD.has(name));
    if (!font || !RANGE.test(range)) {
      next();
      return;
    }
    response.type('application/x-protobuf');
    response.sendFile(`${font}/${range}.pbf`, { root, maxAge: KEPT.maxAge }, (cause) => {
      // a range without letters of ours is an empty message: the map goes on without them
      if (cause && !response.headersSent) response.status(200).end();
    });
  };
}
