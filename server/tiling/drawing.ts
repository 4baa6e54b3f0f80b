import type { Archives } from '#server/store/archives.ts';
import type { LayerRow } from '#server/store/rows.ts';
import type { Store } from '#server/store/store.ts';
import type { LayerBuilder } from './layer-builder.ts';

/** The layers of the map: how they stand when an edition goes live, and the drawing that follows. */
export type Layers = Pick<LayerBuilder, 'open'> & {
  /**
   * Draw a layer until its archive is that of what is live.
   *
   * @throws what keeps it from being drawn, also that drawing was stopped; the layer stays as it is
   */
  readonly draw: (layerId: string, onShare?: (share: number) => void) => Promise<void>;
  /**
   * Draw the layers that are live and not drawn, but those somebody gave a sign of life of within `quietMs`.
   * All are tried; what keeps one from being drawn is told to `onFault`.
   */
  readonly drawBehind: (
    quietMs: number,
    onFault: (layerId: string, cause: unknown) => void,
  ) => Promise<void>;
  /** Serve no tile of a layer's archives any more: something in them is withdrawn. @returns undoes it */
  readonly seal: (layerId: string) => Promise<() => Promise<void>>;
  /** Stop; what is being drawn is left to whoever looks for it next. */
  readonly rest: () => Promise<void>;
};

export type DrawingDeps = {
  /** May be ended: what it is building fails. */
  readonly builder: LayerBuilder & { readonly rest?: () => void };
  readonly store: Pick<Store, 'listLayers' | 'listLive' | 'updateLayer'>;
  readonly archives: Archives;
  readonly now: () => Date;
};

/** How often whoever draws a layer says so, ms. */
const SIGN_MS = 5_000;
/** Share after which it is said how far it is: whoever keeps the catalogue reads it anew each time. */
const STEP = 0.25;

/** Draws layers after they went live, each by one at a time in this process; others may draw the same. */
export function openDrawing(deps: DrawingDeps): Layers {
  const { builder, store, archives, now } = deps;
  const under = new Map<string, Promise<void>>();
  let isStopped = false;
  const drawOne = async (layerId: string, onShare: (share: number) => void): Promise<void> => {
    while (!isStopped) {
      const row = (await store.listLayers()).find(({ id }) => id === layerId);
      if (!row?.drawing) return;
      const live = await store.listLive();
      const members = live.filter((edition) => edition.layerId === layerId);
      const drawn = await withSigns(row, deps, (say) =>
        builder.build(layerId, members, (share) => {
          say(share);
          onShare(share);
        }),
      );
      // another edition may have gone live meanwhile: then it is drawn anew
      if (await store.updateLayer(drawn, row.version)) await retire(row, deps);
    }
    throw new Error(`Drawing "${layerId}" was stopped`);
  };
  const draw: Layers['draw'] = (layerId, onShare = () => undefined) => {
    const before = under.get(layerId) ?? Promise.resolve();
    const done = before.catch(() => undefined).then(() => drawOne(layerId, onShare));
    under.set(layerId, done);
    const forget = (): unknown => under.get(layerId) === done && under.delete(layerId);
    done.then(forget, forget);
    return done;
  };
  return {
    open: builder.open,
    draw,
    seal: archives.seal,
    async drawBehind(quietMs, onFault) {
      for (const row of await store.listLayers()) {
        const isBehind = row.drawing ? isQuiet(row, now(), quietMs) : await isLost(row, deps);
        if (!isBehind || under.has(row.id) || isStopped) continue;
        await draw(row.id).catch((cause: unknown) => onFault(row.id, cause));
      }
    },
    async rest() {
      isStopped = true;
      const left = [...under];
      builder.rest?.();
      await Promise.allSettled(left.map(([, done]) => done));
      for (const row of await store.listLayers()) {
        if (row.drawing && left.some(([id]) => id === row.id)) {
          const drawing = { ...row.drawing, at: new Date(0).toISOString() };
          await store.updateLayer({ ...row, drawing }, row.version);
        }
      }
    },
  };
}

/** The same layers; whoever holds some of their tiles in memory lets go of them the moment they are sealed. */
export const forgetting = (layers: Layers, forget: () => void): Layers => ({
  ...layers,
  async seal(layerId) {
    const undo = await layers.seal(layerId);
    forget();
    return undo;
  },
});

/** Whether nobody seems to be drawing a layer. */
const isQuiet = ({ drawing }: LayerRow, now: Date, quietMs: number): boolean =>
  now.getTime() - Date.parse(drawing?.at ?? '') >= quietMs;

/** Whether the archive of a drawn layer is gone; then it is one to be drawn. */
async function isLost(row: LayerRow, { store, archives, now }: DrawingDeps): Promise<boolean> {
  if (await archives.has(row.id, row.version)) return false;
  const drawing = { since: row.version, share: 0, at: now().toISOString() };
  return await store.updateLayer({ ...row, drawing }, row.version);
}

/** Say how far a layer is, and that somebody is drawing it, while it is being drawn. */
async function withSigns<T>(
  row: LayerRow,
  { store, now }: DrawingDeps,
  work: (say: (share: number) => void) => Promise<T>,
): Promise<T> {
  let share = 0;
  const sign = (): void => {
    const drawing = { ...row.drawing, share, at: now().toISOString() };
    // a sign that is not given only makes another look for what is here
    store.updateLayer({ ...row, drawing }, row.version).catch(() => undefined);
  };
  const timer = setInterval(sign, SIGN_MS).unref();
  try {
    return await work((done) => {
      if (done - share < STEP) return;
      share = Math.floor(done / STEP) * STEP;
      sign();
    });
  } finally {
    clearInterval(timer);
  }
}

/** Let the grace period of the archive before begin, and remove what had its own. */
async function retire(
  { id, version, drawing }: LayerRow,
  { store, archives, now }: DrawingDeps,
): Promise<void> {
  const { since } = drawing ?? {};
  if (since !== undefined && since !== version) await archives.retire(id, since, now());
  await archives.collect(await store.listLayers(), now());
}
