import type { FlatLayer } from '../choose/flat-layer.ts';
import { type Claims, overflow } from '../choose/share.ts';
import { blockSize } from '../choose/thin.ts';
import type { TileAddress } from '../cut/view.ts';
import { guessRatio, gzip } from './gzip.ts';
import type { RawTile, TileEncoder } from './tile-encoder.ts';

/** A tile as it is stored. */
type Made = {
  readonly packed: Buffer;
  readonly atHome: number;
  readonly rawBytes: number;
  /** Features that had to go. */
  readonly dropped?: readonly number[];
};

/** A tile, its features `from` … `to` of a list, and the most bytes it may gzip to. */
type Fit = {
  readonly tile: TileAddress;
  readonly features: Uint32Array;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
};

/** How full a tile that must be thinned is to become, and from where on it is full enough. */
const AIM = 0.97;
const FULL = 0.9;
/** Attempts to fit a tile; after a few one that fits will do, full or not. */
const ATTEMPTS = 12;
const EARLY = 3;
/** Tiles so many times larger than they may gzip to rarely fit: a guess is made first, of a small part of them. */
const WORTH_A_GUESS = 2.2;
/** A tile guessed to be larger than it may by so much is not gzipped whole to find out. */
const FAR_TOO_LARGE = 1.15;

export function packTile(raw: RawTile | undefined): Made | undefined {
  if (!raw) return undefined;
  return { packed: gzip(raw.bytes), atHome: raw.atHome, rawBytes: raw.bytes.length };
}

/** Encode a tile with as many of its features as fit: densest blocks give way first. */
export function fitTile(layer: FlatLayer, encoder: TileEncoder, fit: Fit): Made | undefined {
  const raw = encoder.encode(fit.tile, fit.features, fit);
  if (!raw) return undefined;
  let ratio = raw.bytes.length > WORTH_A_GUESS * fit.bytes ? guessRatio(raw.bytes) : 0;
  if (raw.bytes.length * ratio <= fit.bytes * FAR_TOO_LARGE) {
    const made = packTile(raw);
    if (!made || made.packed.length <= fit.bytes) return made;
    ratio = made.packed.length / made.rawBytes;
  }
  const claims = claimsOf(layer, encoder, fit.tile.zoom);
  const share = (fit.bytes * AIM) / (raw.bytes.length * ratio);
  return thinTile(encoder, fit.bytes, { claims, room: claims.weight * share });
}

/** Let claims on a tile's room go until it fits, and is full enough when it does. */
function thinTile(
  encoder: TileEncoder,
  bytes: number,
  by: { claims: DrawnClaims; room: number },
): Made | undefined {
  const { claims } = by;
  const places = encoder.drawn.map((_, place) => place);
  let { room } = by;
  let best: Made | undefined;
  let last: Made | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const gone = overflow(claims, room);
    const going = new Set(gone);
    const made = packTile(encoder.encodeSome(places.filter((place) => !going.has(place))));
    if (!made) break;
    last = { ...made, dropped: gone.map((place) => encoder.drawn[place] as number) };
    const { length } = made.packed;
    if (length <= bytes && length >= (best?.packed.length ?? 0)) best = last;
    if (best && (best.packed.length >= bytes * FULL || attempt >= EARLY)) break;
    // what is left compresses a little better or worse than the whole: aim again
    room *= (bytes * AIM) / length;
  }
  return best ?? last ?? packTile(encoder.encodeSome(places));
}

/** Claims of the features of a tile, by their places in `drawn`. */
type DrawnClaims = Claims & {
  /** Of all together. */
  readonly weight: number;
};

/** The features the encoder has just drawn, as they compete for the tile. */
function claimsOf(layer: FlatLayer, { drawn, weights }: TileEncoder, zoom: number): DrawnClaims {
  const block = blockSize(zoom);
  return {
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    count: drawn.length,
    blockOf: (place) => Math.floor((layer.positions[drawn[place] as number] as number) / block),
    weightOf: (place) => weights[place] as number,
    scoreOf: (place) => layer.scores[drawn[place] as number] as number,
  };
}
