import type { LayerSummary } from '#data/schema/api.ts';
import { expect, test } from './explorer.ts';

const LAYER = 'power-line.ogl-uk-3-0.synthetic';
const NOTE = 'New edition of Power lines and cables is being drawn; zoom in to see it now.';

test('a layer that is being drawn is said so far off, shown near to, and not said when it is drawn', async ({
  explorer,
  page,
}) => {
  let isDrawn = false;
  let asked = 0;
  // as the server answers while the layer is being drawn; its provisional tiles are the server's own
  await page.route('**/api/layers', async (route) => {
    const answer = await route.fetch();
    const { layers } = (await answer.json()) as { layers: LayerSummary[] };
    asked++;
    const building = { shareDone: 0.4, fromZoom: 13, sinceVersion: 'before' };
    const told = layers.map((layer) =>
      layer.id === LAYER && !isDrawn
        ? { ...layer, building, tiles: layer.tiles.replace('/{z}', '-building/{z}') }
        : layer,
    );
    await route.fulfill({ response: answer, json: { layers: told } });
  });

  await explorer.open(`?layers=${LAYER}&view=53.48,-2.24,10`);
  await expect(page.locator('.building-note')).toHaveText(NOTE);
  await expect(explorer.announcer).toHaveText(NOTE);
  await expect.poll(() => explorer.pixelsNear(0xc6, 0x36, 0x45)).toBeGreaterThan(200);
  await explorer.expectAccessible();

  await explorer.open(`?layers=${LAYER}&view=53.48,-2.24,13.2`);
  await expect(page.locator('.building-note')).toBeHidden();

  await explorer.open(`?layers=${LAYER}&view=53.48,-2.24,10`);
  await expect(page.locator('.building-note')).toBeVisible();
  const before = asked;
  isDrawn = true;
  await expect(page.locator('.building-note')).toBeHidden({ timeout: 10_000 });
  expect(asked).toBeGreaterThan(before);
  await explorer.settled();
  await expect.poll(() => explorer.pixelsNear(0xc6, 0x36, 0x45)).toBeGreaterThan(200);
  // asked every few seconds: an answer may be under way
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
