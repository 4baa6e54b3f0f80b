import { isDust, isMote, isShort } from '../choose/dust.ts';
import { type FlatLayer, LINE, POINT } from '../choose/flat-layer.ts';
import { clipLine } from './clip-line.ts';
import { clipRing } from './clip-ring.ts';
import { drawMote, type Place } from './dust.ts';
import { mend } from './mend.ts';
import { Path } from './path.ts';
import { Pieces } from './pieces.ts';
import { isSound } from './sound.ts';
import { moveInto, project, type Reach, type TileAddress, type View, viewOf } from './view.ts';

/** An exterior and its holes: the first part they take, and where the exterior starts, if it is here. */
type Group = { readonly firstPart: number; readonly start: Place | undefined };

/** Tile units a line may move by when it is simplified. */
export type Tolerance = { readonly below: number; readonly last: number };

/** An eighth of a pixel, and half of that at the last zoom, where the map zooms in further. */
export const TOLERANCE: Tolerance = { below: 1, last: 0.5 };

const noAnnouncement = (): void => undefined;

/** Cuts the features of a layer to one tile after the other; reuses its memory. */
export class Cutter {
  /** What `cut` left of the feature: tile units, parts as MVT wants them. */
  readonly path = new Path();
  readonly #layer: FlatLayer;
  readonly #tolerance: Tolerance;
  readonly #pieces: Pieces;
  #tile: TileAddress = { zoom: 0, x: 0, y: 0, last: false };
  #view: View = viewOf({ zoom: 0, x: 0, y: 0 }, 1, 0);
  /** Where the first exterior of the feature stood that vanished when it was cut. */
  #vanished: Place | undefined;

  constructor(layer: FlatLayer, tolerance = TOLERANCE) {
    this.#layer = layer;
    this.#tolerance = tolerance;
    this.#pieces = new Pieces(layer);
  }

  /** Go to a tile. */
  enter(tile: TileAddress): void {
    this.#tile = tile;
    const tolerance = this.#tile.last ? this.#tolerance.last : this.#tolerance.below;
    this.#view = viewOf(tile, tolerance, 0);
  }

  /** Cut a feature to the tile. @returns whether anything is left to draw */
  cut(feature: number): boolean {
    this.path.clear();
    const shape = this.#layer.shapes[feature];
    if (shape === POINT) this.#cutPlaces(feature);
    else if (shape === LINE) this.#cutLines(feature);
    else this.#cutPolygons(feature);
    return this.path.parts > 0;
  }

  #cutPlaces(feature: number): void {
    const { path } = this;
    const { featureParts } = this.#layer;
    const last = featureParts[feature + 1] as number;
    for (let part = featureParts[feature] as number; part < last; part++) {
      const reach = project(this.#layer, this.#spanOf(part), this.#view, path);
      if (reach !== 'inside') this.#keepInside();
    }
    if (path.vertices > 0) path.closePart();
  }

  /** Drop the points of the open part that are outside the tile and its buffer. */
  #keepInside(): void {
    const { path } = this;
    const { low, high } = this.#view;
    let held = 0;
    for (let i = 0; i < path.vertices; i++) {
      const x = path.xs[i] as number;
      const y = path.ys[i] as number;
      if (x < low || x > high || y < low || y > high) continue;
      path.xs[held] = x;
      path.ys[held++] = y;
    }
    path.vertices = held;
  }

  #cutLines(feature: number): void {
    const { path } = this;
    if (!this.#tile.last && isShort(this.#layer, feature, this.#tile.zoom)) return;
    this.#eachPart(feature, noAnnouncement, (reach) => {
      const vertices = path.vertices - path.startOf(path.parts);
      if (reach === 'across') clipLine(path, this.#view);
      else if (reach === 'inside' && vertices === 1 && this.#tile.last) this.#drawShort();
      else if (reach === 'inside' && vertices > 1) path.closePart();
      path.backTo(path.parts);
    });
  }

  /** At the last zoom nothing is lost: a line that has become one vertex is drawn one unit long. */
  #drawShort(): void {
    const { path } = this;
    const x = path.xs[path.vertices - 1] as number;
    const y = path.ys[path.vertices - 1] as number;
    path.add(x < this.#view.high ? x + 1 : x - 1, y);
    path.closePart();
  }

  #cutPolygons(feature: number): void {
    const { path } = this;
    const { zoom, last } = this.#tile;
    if (!last && isDust(this.#layer, feature, zoom)) {
      if (isMote(this.#layer, feature, zoom)) drawMote(path, this.#placeOf(feature));
      return;
    }
    this.#vanished = undefined;
    let group: Group = { firstPart: 0, start: undefined };
    let keeps = false;
    const begin = (hole: boolean): void => {
      if (!hole) this.#finishGroup(group);
    };
    this.#eachPart(feature, begin, (reach, hole) => {
      if (!hole) {
        keeps = reach !== 'outside';
        group = { firstPart: path.parts, start: keeps ? this.#openStart() : undefined };
      }
      // holes of an exterior that is not here go with it
      const kept = keeps && reach !== 'outside' && this.#closeRing(reach);
      if (!kept) path.backTo(path.parts);
      if (!hole) keeps = kept;
    });
    this.#finishGroup(group);
    if (path.parts === 0 && this.#vanished) drawMote(path, this.#vanished);
  }

  /** An exterior and its holes are cut: put them right, and see that they do not vanish. */
  #finishGroup({ firstPart, start }: Group): void {
    const { path } = this;
    if (path.parts > firstPart && !isSound(path, firstPart)) mend(path, firstPart);
    if (path.parts > firstPart || !start) return;
    if (this.#tile.last) drawMote(path, start);
    else this.#vanished ??= start;
  }

  #openStart(): Place | undefined {
    const { path } = this;
    const start = path.startOf(path.parts);
    if (start === path.vertices) return undefined;
    return { x: path.xs[start] as number, y: path.ys[start] as number };
  }

  /** @returns whether what is open made a ring */
  #closeRing(reach: Reach): boolean {
    const { path } = this;
    if (reach === 'across') clipRing(path, this.#view);
    const start = path.startOf(path.parts);
    const { xs, ys } = path;
    let last = path.vertices - 1;
    while (last > start && xs[start] === xs[last] && ys[start] === ys[last]) last--;
    path.vertices = last + 1;
    if (last - start < 2) return false;
    path.closePart();
    return true;
  }

  /** First vertex of a feature in tile units. */
  #placeOf(feature: number): Place {
    const { xs, ys, partStarts, featureParts } = this.#layer;
    const { shift, half, originX, originY } = this.#view;
    const first = partStarts[featureParts[feature] as number] as number;
    return {
      x: (((xs[first] as number) + half) >> shift) - originX,
      y: (((ys[first] as number) + half) >> shift) - originY,
    };
  }

  #spanOf(part: number): { start: number; end: number } {
    const { partStarts } = this.#layer;
    return { start: partStarts[part] as number, end: partStarts[part + 1] as number };
  }

  /** Bring each part of a feature to the tile as the path's open part, after it was announced. */
  #eachPart(
    feature: number,
    announce: (hole: boolean) => void,
    visit: (reach: Reach, hole: boolean) => void,
  ): void {
    const { featureParts, holes } = this.#layer;
    const piece = this.#pieces.find(feature, this.#tile, this.#view.least);
    if (piece) {
      const { originX, originY } = this.#view;
      const by = { x: piece.originX - originX, y: piece.originY - originY, view: this.#view };
      for (let part = 0; part < piece.path.parts; part++) {
        const hole = piece.holes[part] ?? false;
        announce(hole);
        visit(moveInto(piece.path, part, by, this.path), hole);
      }
      return;
    }
    const last = featureParts[feature + 1] as number;
    for (let part = featureParts[feature] as number; part < last; part++) {
      const hole = holes[part] === 1;
      announce(hole);
      visit(project(this.#layer, this.#spanOf(part), this.#view, this.path), hole);
    }
  }
}
