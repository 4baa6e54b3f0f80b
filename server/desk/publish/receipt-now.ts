import type { Receipt } from '#data/schema/desk-compare.ts';
import type { DeskDeps } from '../draft/deps.ts';
import { receiptOf } from './publish-draft.ts';

type Happened = Receipt['happened'][number];

/**
 * A receipt with what has become of its edition since: whether it is live, and how far its tiles are.
 *
 * @throws {Refusal} `not-found` while the draft is not published
 */
export async function receiptNow(id: string, deps: DeskDeps): Promise<Receipt> {
  const { store } = deps.publishing;
  const receipt = await receiptOf(id, deps);
  const editions = await store.listEditions(receipt.dataset);
  const edition = editions.find(({ number }) => number === receipt.edition);
  const layer = (await store.listLayers()).find((each) => each.id === edition?.layerId);
  const share = layer?.drawing?.share;
  const tiles: Happened =
    share === undefined
      ? { words: 'Map tiles drawn', ...(layer ? { at: layer.builtAt } : {}), state: 'done' }
      : {
          words: `Map tiles being drawn: ${Math.round(share * 100)} %. They are made as they are asked for until then`,
          state: 'running',
        };
  const isLive = edition?.status === 'live';
  return {
    ...receipt,
    status: isLive ? 'live' : edition?.status === 'withdrawn' ? 'withdrawn' : 'superseded',
    happened: isLive ? [...receipt.happened, tiles] : receipt.happened,
  };
}
