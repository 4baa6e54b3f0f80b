import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { BROWSER } from './browser.ts';
import { type Explorer, expect, test } from './explorer.ts';
import { type OwnServer, startOwnServer } from './own-server.ts';

const SALE = '?view=53.43,-2.29,12.5&layers=';

/** A picture of one pixel, rgb(201, 32, 160). */
const PINK = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4qbAAAAM/AYqoTUoUAAAAAElFTkSuQmCC',
  'base64',
);
const STYLE = {
  version: 8,
  glyphs: '/letters/{fontstack}/{range}.pbf',
  sources: {
    place: { type: 'geojson', data: { type: 'Point', coordinates: [-2.29, 53.43] } },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': 'rgb(20, 60, 40)' } },
    {
      id: 'words',
      type: 'symbol',
      source: 'place',
      layout: { 'text-field': 'Hosted', 'text-font': ['Foreign Bold'] },
      paint: { 'text-color': '#ffffff' },
    },
  ],
};

/** Plays whoever hosts base maps: pictures, a style, and one that is out of order. */
let host: Server;
let hostAt: string;
let odin: OwnServer;

test.beforeAll(async () => {
  if (BROWSER === undefined) return;
  host = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url?.startsWith('/pictures/'))
      response.setHeader('Content-Type', 'image/png').end(PINK);
    else if (request.url === '/style.json') response.end(JSON.stringify(STYLE));
    else response.writeHead(503).end();
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  hostAt = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const basemaps = [
    { id: 'pictures', title: 'Pictures', attribution: '© Pictures', tiles: [tilesAt('pictures')] },
    {
      id: 'night',
      title: 'Night',
      attribution: '© Night',
      isDark: true,
      styleUrl: `${hostAt}/style.json`,
    },
    { id: 'broken', title: 'Broken', attribution: '© Broken', tiles: [tilesAt('broken')] },
    { id: 'no-style', title: 'No style', attribution: '© None', styleUrl: `${hostAt}/none.json` },
  ];
  odin = await startOwnServer({ ODIN_BASEMAPS: JSON.stringify(basemaps) });
});

test.afterAll(async () => {
  host?.closeAllConnections();
  host?.close();
  await odin?.close();
});

const tilesAt = (folder: string) => `${hostAt}/${folder}/{z}/{x}/{y}.png`;

/** Open the explorer of the server that offers base maps. */
async function open(explorer: Explorer, page: Page, query: string): Promise<void> {
  await page.goto(`${odin.address}/${query}`);
  await explorer.settled();
}

/** Everything asked of another machine was asked of the host of base maps; forgotten after. */
function expectOnlyHost(explorer: Explorer): void {
  const others = explorer.outside.filter(
    (url) => !url.startsWith(odin.address) && !url.startsWith(hostAt),
  );
  expect(others).toEqual([]);
  explorer.outside.length = 0;
}

test('a base map of others is chosen, credited, remembered in the address and left again', async ({
  explorer,
  page,
}) => {
  await open(explorer, page, SALE);
  await page.getByRole('button', { name: /^Display/u }).click();
  await page.getByRole('menuitemradio', { name: 'Pictures' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => explorer.pixelsNear(201, 32, 160)).toBeGreaterThan(100_000);
  await expect(page.locator('.attribution')).toContainText('© Pictures');
  await expect.poll(() => explorer.query()).toContain('base=pictures');
  await page.reload();
  await expect.poll(() => explorer.pixelsNear(201, 32, 160)).toBeGreaterThan(100_000);
  await page.getByRole('button', { name: /^Display/u }).press('Enter');
  await explorer.expectAccessible();
  await page.getByRole('menuitemradio', { name: /^ODIN’s own/u }).press('Enter');
  await expect.poll(() => explorer.pixelsNear(201, 32, 160)).toBe(0);
  await expect.poll(() => explorer.query()).not.toContain('base=');
  expectOnlyHost(explorer);
});

test('a style of others lies under our layers, its words in our letters', async ({
  explorer,
  page,
}) => {
  await open(explorer, page, `${SALE}metrolink&base=night`);
  await expect.poll(() => explorer.pixelsNear(20, 60, 40)).toBeGreaterThan(100_000);
  await expect(page.locator('.attribution')).toContainText('© Night');
  expect(explorer.outside.filter((url) => url.includes('/letters/'))).toEqual([]);
  expectOnlyHost(explorer);
});

for (const [base, title] of [
  ['broken', 'Broken'],
  ['no-style', 'No style'],
] as const) {
  test(`in the place of a base map that fails stands our own (${base})`, async ({
    explorer,
    page,
  }) => {
    await open(explorer, page, `${SALE}&base=${base}`);
    await expect(page.getByText(`“${title}” does not load. ODIN’s own`)).toBeVisible();
    await expect.poll(() => explorer.pixelsNear(0xf3, 0xf1, 0xec)).toBeGreaterThan(100_000);
    await explorer.expectAccessible();
    expectOnlyHost(explorer);
    explorer.complaints.length = 0;
  });
}

test('only the explorer may load from the hosts named, and from no other', async ({ page }) => {
  const policyOf = async (path: string) =>
    (await page.request.get(odin.address + path)).headers()['content-security-policy'];
  for (const path of ['/', '/embed']) {
    expect(await policyOf(path)).toContain(`connect-src 'self' ${hostAt};`);
  }
  expect(await policyOf('/data')).toContain("connect-src 'self';");
});
