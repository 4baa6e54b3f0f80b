import type { Ostn15Grid } from '#data/geodesy/grid.ts';
import type { Projection } from '#data/geodesy/projection.ts';
import type { Area } from './area.ts';
import type { LayerSlip } from './decision.ts';
import type { Home } from './doubt.ts';
import type { PositionSource, Reading } from './position-source.ts';

/** How the positions of one lane are judged. */
export type Judge = {
  readonly grid: Ostn15Grid;
  readonly source: PositionSource;
  readonly reading: Reading;
  readonly projection: Projection;
  readonly home?: Home | undefined;
  /** The layer is about another part of the world: it is told of once, not at every record. */
  readonly abroad?: boolean | undefined;
  /** What all positions of the layer lack: those not at home are not drawn. */
  readonly slip?: LayerSlip | undefined;
  /** Set when positions outside it are worth a warning each. */
  readonly area?: Area | undefined;
};
