import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { datasetApart } from '#data/schema/access-layer.ts';
import type { ArchiveFile } from './archive-file.ts';
import { isMoment } from './moments.ts';
import { sendPrivate } from './private-tile.ts';
import { type Found, isProvisional, type Place } from './provisional.ts';
import { acceptsGzip, isHeld, type ReadyTile, type ReadyTiles, readyTile } from './ready-tiles.ts';
import { allowOthers, KEPT, refuse, refuseAbsent, refuseBusy, refuseMethod } from './refuse.ts';
import { sendWhole } from './send-whole.ts';

/**
 * `/tiles/<layer id>/<version>/<z>/<x>/<y>.mvt`, `<version>-building` for what is live now, `as-of-<name>` for what once
 * was; each number written in one way only.
 */
const ADDRESS =
  /^\/tiles\/([a-z0-9][a-z0-9.-]{0,199})\/([A-Za-z0-9_-]{1,64})\/(0|[1-9]\d?)\/(0|[1-9]\d{0,5})\/(0|[1-9]\d{0,5})\.mvt(?:\?.*)?$/;

/** Which archive serves a layer's version; undefined when there is none. */
export type Lookup = (layerId: string, version: string) => ArchiveFile | undefined;

/** Leave to have tiles of a layer that is not for everybody. */
export type Permit = {
  /** Write down that a tile was had; called before it is sent. */
  readonly record: (address: string, version: string) => Promise<void>;
};

export type Admit = (request: IncomingMessage, layerId: string) => Promise<Permit | undefined>;

/** Who finds tiles that are made when they are asked for, and who may have those not for everybody. */
type Makers = {
  /** Lets in whoever may have a layer kept apart; undefined for everybody else, and where there is none. */
  readonly admit?: Admit | undefined;
  /** Of what is live now, drawn or not: they are asked about again each time. */
  readonly findNow?: ((layerId: string, place: Place) => Promise<Found>) | undefined;
  /** Of a layer as it once stood, by the name of that moment. */
  readonly findPast?: ((layerId: string, name: string, place: Place) => Promise<Found>) | undefined;
};

/** Answers a request for a tile and returns true, or leaves it alone and returns false. */
export type TileRoute = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The tile route, made to run before Express: entering Express costs several times what a tile does.
 *
 * Tiles go out as stored (gzip), with a strong ETag, for ever cacheable, readable from any origin; those
 * asked for lately from memory, with headers written once. 204: the layer has nothing there; 404: there
 * is no such layer, version or tile. Never throws.
 *
 * @param makers absent: there are no tiles but those of archives
 */
export function createTileRoute(lookup: Lookup, ready: ReadyTiles, makers: Makers = {}): TileRoute {
  return (request, response) => {
    const { url = '' } = request;
    const known = ready.get(url);
    if (known && request.method === 'GET' && acceptsGzip(request.headers)) {
      sendReady(request, response, known);
      return true;
    }
    const match = ADDRESS.exec(url);
    if (!match) return false;
    try {
      answer(request, response, { lookup, ready, makers, match });
    } catch {
      fail(response);
    }
    return true;
  };
}

/** A disk that fails or a file cut short: the next request may do better. */
function fail(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else refuse(response, { status: 500, title: 'Something failed on our side' });
}

function sendReady(request: IncomingMessage, response: ServerResponse, tile: ReadyTile): void {
  const { bytes, etag, head, start, keeping } = tile;
  if (isHeld(request.headers, etag)) {
    response.writeHead(304, [...keeping, 'ETag', etag, 'Vary', 'Accept-Encoding']).end();
  } else if (request.method === 'HEAD') response.writeHead(200, head).end();
  else if (!sendWhole(request, response, { start, body: bytes })) {
    response.writeHead(200, head).end(bytes);
  }
}

type Context = {
  readonly lookup: Lookup;
  readonly ready: ReadyTiles;
  readonly makers: Makers;
  readonly match: RegExpExecArray;
};

function answer(request: IncomingMessage, response: ServerResponse, context: Context): void {
  const { method } = request;
  const [, layerId = '', version = ''] = context.match;
  if (method === 'OPTIONS') allowOthers(response);
  else if (method !== 'GET' && method !== 'HEAD') refuseMethod(response);
  else if (datasetApart(layerId) !== undefined) {
    answerApart(request, response, context).catch(() => fail(response));
  } else if (isMade(version)) {
    answerMade(request, response, context).catch(() => fail(response));
  } else answerKept(request, response, context);
}

function answerKept(request: IncomingMessage, response: ServerResponse, context: Context): void {
  const { url = '' } = request;
  const tile = findTile(response, context);
  if (!tile) return;
  // with a question mark, one tile would have any number of addresses
  if (!url.includes('?')) context.ready.put(url, tile);
  sendReady(request, response, acceptsGzip(request.headers) ? tile : inflated(tile));
}

/**
 * A tile of a layer that is not for everybody: nothing of it is kept by caches here or elsewhere, and to whoever may
 * not have it there is no such layer.
 */
async function answerApart(
  request: IncomingMessage,
  response: ServerResponse,
  { lookup, makers, match }: Context,
): Promise<void> {
  const [address = '', layerId = '', version = '', ...numbers] = match;
  const absent = `There is no version "${version}" of layer "${layerId}".`;
  const permit = await makers.admit?.(request, layerId);
  if (!permit) return refuseAbsent(response, absent);
  const [z = 0, x = 0, y = 0] = numbers.map(Number);
  if (Math.max(x, y) >= 2 ** z) return refuseAbsent(response, `There is no tile ${z}/${x}/${y}.`);
  const found = isMade(version) ? await findMade(match, makers) : findKept(match, lookup);
  if (found === 'absent') return refuseAbsent(response, absent);
  if (found === 'busy') return refuseBusy(response);
  await permit.record(address, version);
  sendPrivate(request, response, found?.bytes ?? new Uint8Array(0));
}

function findKept(match: RegExpExecArray, lookup: Lookup): ReadyTile | 'absent' | undefined {
  const [, layerId = '', version = '', ...numbers] = match;
  const [z = 0, x = 0, y = 0] = numbers.map(Number);
  const archive = lookup(layerId, version);
  return archive ? readTile(archive, version, [z, x, y]) : 'absent';
}

/** Whether tiles of a version are made when they are asked for. */
const isMade = (version: string): boolean => isProvisional(version) || isMoment(version);

async function answerMade(
  request: IncomingMessage,
  response: ServerResponse,
  { makers, match }: Context,
): Promise<void> {
  const [, layerId = '', version = '', ...numbers] = match;
  const [z = 0, x = 0, y = 0] = numbers.map(Number);
  if (Math.max(x, y) >= 2 ** z) return refuseAbsent(response, `There is no tile ${z}/${x}/${y}.`);
  const tile = await findMade(match, makers);
  if (tile === 'absent') refuseAbsent(response, `There is no "${version}" of layer "${layerId}".`);
  else if (tile === 'busy') refuseBusy(response);
  else if (tile.bytes.length === 0) response.writeHead(204, [...tile.keeping]).end();
  else sendReady(request, response, acceptsGzip(request.headers) ? tile : inflated(tile));
}

async function findMade(
  [, layerId = '', version = '', ...numbers]: RegExpExecArray,
  { findNow, findPast }: Makers,
): Promise<Found> {
  const [z = 0, x = 0, y = 0] = numbers.map(Number);
  const found = isMoment(version)
    ? await findPast?.(layerId, version, [z, x, y])
    : await findNow?.(layerId, [z, x, y]);
  return found ?? 'absent';
}

/** The tile asked for; where there is none, that is answered. */
function findTile(response: ServerResponse, { lookup, match }: Context): ReadyTile | undefined {
  const [, layerId = '', version = '', ...place] = match;
  const archive = lookup(layerId, version);
  if (!archive) {
    refuseAbsent(response, `There is no version "${version}" of layer "${layerId}".`);
    return undefined;
  }
  const [z = 0, x = 0, y = 0] = place.map(Number);
  const tile = readTile(archive, version, [z, x, y]);
  if (!tile) answerEmpty(response, [z, x, y]);
  return tile;
}

function answerEmpty(response: ServerResponse, [z, x, y]: Place): void {
  if (Math.max(x, y) >= 2 ** z) refuseAbsent(response, `There is no tile ${z}/${x}/${y}.`);
  else response.writeHead(204, KEPT).end();
}

function readTile(archive: ArchiveFile, version: string, place: Place): ReadyTile | undefined {
  const found = archive.locate(...place);
  if (!found) return undefined;
  const bytes = archive.read(found.offset, found.length);
  if (bytes.length < found.length) {
    throw new RangeError('Cannot read tile: the archive is cut short');
  }
  const etag = `"${version}-${found.offset.toString(36)}-${found.length.toString(36)}"`;
  return readyTile(bytes, etag, { coding: 'gzip' });
}

/** The tile for a client that cannot inflate it: another representation, so another ETag. */
const inflated = ({ bytes, etag, keeping }: ReadyTile): ReadyTile =>
  readyTile(gunzipSync(bytes), etag.replace(/"$/, '-i"'), { keeping });
