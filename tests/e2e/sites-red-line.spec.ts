import { writeFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';
import { dbfOf, polygonShp } from '#server/harmonise/decode/testing/shapefile.ts';
import { zipOf } from '#server/harmonise/decode/testing/zip.ts';
import { expect, type Finder, test } from './sites.ts';

/** Two parcels that touch, and one apart; corners in metres of the National Grid, by Ashton Canal. */
const PARCELS = [
  [387_200, 397_700],
  [387_450, 397_700],
  [388_000, 398_200],
].map(([west = 0, south = 0]): [number, number][] => [
  [west, south],
  [west, south + 250],
  [west + 250, south + 250],
  [west + 250, south],
  [west, south],
]);

const GEOJSON = JSON.stringify({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
  features: PARCELS.map((ring, at) => ({
    type: 'Feature',
    properties: { parcel: at + 1 },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
});

const SHAPEFILE = zipOf([
  { name: 'redline.shp', bytes: polygonShp(PARCELS.map((ring) => [ring])) },
  {
    name: 'redline.dbf',
    bytes: dbfOf(
      [['PARCEL', 'C', 4]],
      PARCELS.map((_, at) => [`${at + 1}`]),
    ),
  },
]);

const KML = `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
<Placemark><name>Red line</name><Polygon><outerBoundaryIs><LinearRing><coordinates>
-2.195,53.475 -2.190,53.475 -2.190,53.478 -2.195,53.478 -2.195,53.475
</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`;

const ABROAD = JSON.stringify({
  type: 'Polygon',
  coordinates: [
    [
      [2.35, 48.85],
      [2.36, 48.85],
      [2.36, 48.86],
      [2.35, 48.85],
    ],
  ],
});

const SEARCH = '?search=data-centre~area:1..';

/** Write a file to disk and choose it in the dialog. */
async function choose(page: Page, info: TestInfo, name: string, bytes: string | Buffer) {
  const path = info.outputPath(name);
  await writeFile(path, bytes);
  await dialogOf(page).getByLabel('Choose a red line file').setInputFiles(path);
}

// a report of a whole city region's data, printed, takes a slow machine minutes
test.describe.configure({ timeout: 240_000 });

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Use my own areas' });

/** Open the finder and the dialog in it. */
async function openDialog(finder: Finder): Promise<void> {
  await finder.open(SEARCH);
  await finder.criteria.getByRole('button', { name: 'Use my own areas' }).click();
}

for (const [kind, name, bytes] of [
  ['GeoJSON', 'redline.geojson', GEOJSON],
  ['zipped shapefile', 'redline.zip', SHAPEFILE],
] as const) {
  test(`a red line file as ${kind} is read back, and each of its shapes is ranked`, async ({
    finder,
    explorer,
    page,
  }, info) => {
    await openDialog(finder);
    await choose(page, info, name, bytes);
    const read = dialogOf(page).getByRole('status');
    await expect(read).toContainText(`${name}: 3 areas, 18.76\u00a0ha together.`);
    await expect(read).toContainText('British National Grid');
    await expect(read).toContainText('OSTN15');
    await explorer.expectAccessible();
    await dialogOf(page).getByRole('button', { name: 'Use these 3 areas' }).click();
    await expect(finder.criteria).toContainText('3 areas of your own');
    await expect(finder.funnel).toContainText('areas of yours');
    await expect(finder.rows).toHaveCount(3);
    await expect(finder.rows.first()).toContainText(/6\.2[56]\sha/u);
    expect(finder.query()).toMatch(/areas:'kept:[a-z2-7]{26}','kept:[a-z2-7]{26}','kept:/u);
  });
}

test('a planner goes from a red line file to the printed report of the best area', async ({
  finder,
  explorer,
  page,
}, info) => {
  await openDialog(finder);
  await choose(page, info, 'redline.kml', KML);
  await dialogOf(page).getByRole('button', { name: 'Use this area' }).click();
  await expect(finder.rows).toHaveCount(1);
  await finder.rows.first().click();
  await finder.ranking.getByRole('button', { name: /^Why this score/u }).click();
  await expect(finder.evidence.getByRole('heading', { level: 2 })).toHaveText('Area 1');
  await finder.evidence.getByRole('link', { name: 'Open report' }).click();
  await expect(page).toHaveURL(/\/report\?site=area:0&search=data-centre.*as-of=/u);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Area 1');
  await expect(page.getByRole('main')).toContainText('Who must be consulted');
  await explorer.expectAccessible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b/gu)?.length;
  expect(pages).toBeGreaterThanOrEqual(3);
  expect(pages).toBeLessThanOrEqual(4);
});

test('a bad file is told what is wrong with it, and loses nothing', async ({
  finder,
  explorer,
  page,
}, info) => {
  await openDialog(finder);
  const before = finder.query();
  const dialog = dialogOf(page);
  const text = dialog.getByRole('textbox');
  const alert = dialog.getByRole('region', { name: 'From a file' }).getByRole('alert');
  await text.fill('SJ 8406 9813');
  await choose(page, info, 'broken.zip', 'PK\u0003\u0004 no archive');
  await expect(alert).toContainText('Not used; your search is as it was.');
  await expect(alert).toContainText('No shape was found in the file.');
  await explorer.expectAccessible();
  await expect(text).toHaveValue('SJ 8406 9813');
  await choose(page, info, 'table.csv', 'Reference,Owner\n1,nobody\n');
  await expect(alert).toContainText('No shape was found in the file.');
  await choose(page, info, 'abroad.geojson', ABROAD);
  await expect(alert).toContainText('Great Britain');
  expect(finder.query()).toBe(before);
  // the browser tells of every refusal by itself
  expect(explorer.complaints.splice(0)).toHaveLength(3);

  // the same name again, once it is mended
  await choose(page, info, 'broken.zip', SHAPEFILE);
  await expect(dialog.getByRole('status')).toContainText('3 areas');
  await expect(alert).toBeEmpty();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(finder.query()).toBe(before);
  await expect(finder.criteria.getByRole('button', { name: 'Use my own areas' })).toBeFocused();
});
