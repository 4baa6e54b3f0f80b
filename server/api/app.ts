import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { notFoundPage } from '#server/pages/problem-page.ts';
import { mountForms } from './forms/form.ts';
import { FORM_PAGES } from './forms/pages.ts';
import { allowBasemaps, EMBED_PATH, isOpen, securityHeaders } from './headers.ts';
import { limitAsking } from './limits.ts';
import { mountMapAssets } from './map-assets.ts';
import { mountRoutes } from './mount.ts';
import { describeApi } from './openapi.ts';
import { mountPages } from './pages.ts';
import { nothingHere, problemHandler, sendProblem } from './problem.ts';
import { ROUTES } from './routes/index.ts';
import type { Seen } from './seen/index.ts';
import { onlyOurOwn, recognise } from './who-asks.ts';

/** A file whose name holds its own hash never changes, seconds. */
const YEAR_S = 31_536_000;

/** Level answers are gzipped at as they are made: half the time of zlib’s usual 6 for 8 % more bytes. */
const JSON_LEVEL = 3;

/** Pages of the publishing desk and of the site finder: the client tells them apart. */
const CLIENT_PATHS = ['/desk', '/desk/*page', '/sites', '/sites/compare'];

/** Folders the app serves files from. */
export type Folders = {
  /** The built client. */
  readonly client: string;
  /** `data/basemap`. */
  readonly basemap: string;
  /** The project, for its fonts and its mark. */
  readonly project: string;
};

/** Files the documents use besides their style: address → where it stands in the project. */
const ASIDES = {
  '/mark.svg': 'client/mark.svg',
  '/coverage-grid.js': 'server/pages/script/coverage-grid.js',
  '/fonts/atkinson-hyperlegible-next.woff2':
    'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  '/fonts/atkinson-hyperlegible-mono.woff2':
    'node_modules/@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-400-normal.woff2',
} as const;

/** The services as whoever asks sees them. */
type Served = Pick<Seen, 'services' | 'seeing'>;

/** The API, the documents and the client as one Express application; it does not listen. */
export function createApp({ services, seeing }: Served, folders: Folders): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('case sensitive routing', true);
  // a proxy on this machine may say how the client came
  app.set('trust proxy', 'loopback');
  app.use(securityHeaders, preflight, recognise(services.whoAsks), limitAsking(), seeing);
  app.use(compression({ level: JSON_LEVEL }));
  const description = describeApi(ROUTES, services.version);
  app.get('/api/openapi.json', (_, response) => {
    response.set('Cache-Control', 'no-cache').json(description);
  });
  app.use('/api', onlyOurOwn(services));
  mountRoutes(app, ROUTES, services);
  mountForms(app, FORM_PAGES, services);
  app.use(onlyReads);
  mountMapAssets(app, join(folders.project, 'data', 'cartography'));
  app.use('/api', nothingHere);
  mountPages(app, services);
  for (const [address, file] of Object.entries(ASIDES)) {
    app.get(address, (_, response, next) => {
      response.sendFile(file, { root: folders.project, maxAge: '1d' }, (cause) => {
        if (cause && !response.headersSent) next();
      });
    });
  }
  app.use('/basemap', express.static(folders.basemap, { maxAge: '1h', index: false }), nothingHere);
  const immutable = { immutable: true, maxAge: YEAR_S * 1_000, index: false };
  app.use('/assets', express.static(join(folders.client, 'assets'), immutable), nothingHere);
  app.get(['/', EMBED_PATH], allowBasemaps(services.basemaps));
  app.get([EMBED_PATH, ...CLIENT_PATHS], (_, response) => {
    response.sendFile('index.html', { root: folders.client, maxAge: 0 });
  });
  app.use(express.static(folders.client, { maxAge: 0, cacheControl: true }));
  app.use(noPageHere, nothingHere);
  app.use(problemHandler(services.log));
  return app;
}

/** A person is told in a page; a program in JSON. */
const noPageHere: RequestHandler = (request, response, next) => {
  if (!request.accepts(['json', 'html']) || request.accepts(['json', 'html']) === 'json') next();
  else response.status(404).type('html').send(notFoundPage(request.path));
};

/** A page elsewhere asks whether it may send a range. */
const preflight: RequestHandler = (request, response, next) => {
  if (request.method !== 'OPTIONS' || !isOpen(request.path)) return next();
  response.set({
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': '86400',
  });
  response.status(204).end();
};

/** What no address took above is not taken. */
const onlyReads: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') next();
  else sendProblem(response.set('Allow', 'GET, HEAD'), 'wrong-method');
};
