import type { Dispatch, ReactNode } from 'react';
import type { ListWidth, Table } from '#client/state/columns.ts';
import type { Action } from '#client/state/explore.ts';
import type { WorkbenchLayer } from '#client/state/workbench.ts';
import type { FeatureList, FeatureSummary } from '#data/schema/api.ts';
import type { AttributeFigures } from '#data/schema/layer-figures.ts';

/** What the list is made of, and what its reader can do. */
export type ListTabProps = {
  readonly answer: FeatureList | undefined;
  readonly hasFailed: boolean;
  /** The answer is of the question before. */
  readonly isOld: boolean;
  /** Layers asked: visible and known. */
  readonly layers: readonly WorkbenchLayer[];
  /** The one of them listed alone, with its columns. */
  readonly only: WorkbenchLayer | undefined;
  readonly attributes: readonly AttributeFigures[];
  readonly columns: readonly string[];
  /** Matches in view by layer id. */
  readonly counts: Readonly<Record<string, number>>;
  /** The list is of the area asked about, not of the view. */
  readonly isOfArea: boolean;
  readonly table: Table;
  readonly width: ListWidth;
  /** Widths this window has room for. */
  readonly widths: readonly ListWidth[];
  /** A layer listed has a filter. */
  readonly isFiltered: boolean;
  /** The filters of the layer listed; of several, what each must be. */
  readonly filters: ReactNode;
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  readonly onSelect: (feature: FeatureSummary) => void;
  /** Bring a feature into the free part of the map. */
  readonly onShow: (feature: FeatureSummary) => void;
  /** Ring a feature on the map while its row is hovered or focused. */
  readonly onRing: (feature: FeatureSummary | undefined) => void;
  /** Look at all of the region; undefined while there is no map to look with. */
  readonly onWhole: () => void;
  readonly onRetry: () => void;
  readonly dispatch: Dispatch<Action>;
};

/** From the area asked about back to all in view. */
export const ALL_IN_VIEW: Action = {
  kind: 'area-changed',
  change: { kind: 'area-listed', isListed: false },
};
