import { expect, test } from './explorer.ts';

const AREA =
  'area=polygon:-2.284202,53.437231;-2.26915,53.44128;-2.256891,53.437231;-2.253856,53.428192;-2.26296,53.420959;-2.281167,53.422767';
const VIEW = 'view=53.43,-2.27,13.5&tab=area';

test('a link shows what is in an area: stop, consult, note, none, and what nobody supplied', async ({
  explorer,
  page,
}) => {
  await explorer.open(`?${VIEW}&${AREA}`);
  const tab = page.getByRole('tabpanel');
  await expect(tab).toContainText('339.2 ha drawn by you · edge 6.91 km');
  await expect(tab).toContainText('Manchester 98 %, 333.2 ha');
  for (const group of ['Stop', 'Consult', 'Note', 'Near by', 'None recorded', 'No data supplied']) {
    await expect(tab.getByRole('heading', { name: group, exact: true })).toBeVisible();
  }
  await expect(explorer.announcer).toContainText(/What is here: 1 stop, \d+ consult, \d+ to note/u);
  await expect(page.locator('.area-gap-note')).toContainText('Hatched: no data for Manchester');
  await explorer.expectAccessible();

  await tab.getByRole('button', { name: /^Flood zone 3/u }).click();
  await expect(tab).toContainText('Ask Environment Agency');
  await expect.poll(() => explorer.query()).toContain('flood');
  await page.locator('.area-gap-note').getByRole('button', { name: 'Hide' }).click();
  await expect(page.locator('.area-gap-note')).toBeHidden();
  const report = tab.getByRole('link', { name: /^Report/u });
  await expect(report).toHaveAttribute('href', /^\/area\?area=polygon/u);
});

test('a strip round the area is asked by keyboard, and Back goes to the area before', async ({
  explorer,
  page,
}) => {
  await explorer.open(`?${AREA}&tab=area`);
  // a link that names no view goes to its area
  await expect.poll(() => explorer.query()).toMatch(/view=53\.43\d*,-2\.26\d*,1[34]/u);
  const tab = page.getByRole('tabpanel');
  const field = tab.getByRole('spinbutton', { name: /^Metres round it/u });
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('250');
  await page.keyboard.press('Enter');
  await expect(tab).toContainText(/531\.\d ha within 250 m of what you drew/u);
  await expect.poll(() => explorer.query()).toContain('~250m');
  await page.goBack();
  await expect(tab).toContainText('339.2 ha drawn by you');
  await tab.getByRole('button', { name: 'Clear' }).focus();
  await page.keyboard.press('Enter');
  await expect(tab.getByRole('heading', { name: 'What is here?' })).toBeVisible();
  await explorer.expectAccessible();
});

test('a card leads to everything within 250 m of its feature', async ({ explorer, page }) => {
  await explorer.open('?view=53.43,-2.29,13');
  await explorer.find('Sale Water Park', /Sale Water Park.*Tram stop/u);
  await explorer.card.getByRole('button', { name: 'Within 250 m' }).click();
  const tab = page.getByRole('tabpanel');
  await expect(tab).toContainText(/19\.\d ha within 250 m of Sale Water Park/u);
  await expect.poll(() => explorer.query()).toContain('area=feature:odin:transport/tram-stop:');
  await explorer.expectAccessible();
});

test('a red line is read from a file, placed and kept', async ({ explorer, page }) => {
  await explorer.open(`?${VIEW}`);
  const corners = [
    [381900, 392900],
    [382900, 392900],
    [382900, 393900],
    [381900, 393900],
    [381900, 392900],
  ];
  const drawing = {
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::27700' } },
    features: [
      { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [corners] } },
    ],
  };
  await page.getByLabel('File with a red line').setInputFiles({
    name: 'redline.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify(drawing)),
  });
  const tab = page.getByRole('tabpanel');
  await expect(tab).toContainText('from your file');
  await expect(tab).toContainText(/100\.\d ha/u);
  await expect.poll(() => explorer.query()).toMatch(/area=kept:[a-z2-7]{26}/u);
  await explorer.expectAccessible();
});

test('a file that holds no shape says so in its place', async ({ explorer, page }) => {
  await explorer.open(`?${VIEW}`);
  await page.getByLabel('File with a red line').setInputFiles({
    name: 'letter.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Dear planner, the site is behind the mill.'),
  });
  await expect(page.getByRole('tabpanel')).toContainText('The file was not read.');
  // the refusal is the answer, not a fault of the page
  explorer.complaints.splice(0);
});

test('the view itself is asked about, and the list keeps to it', async ({ explorer, page }) => {
  await explorer.open(`?${VIEW}`);
  await page.getByRole('button', { name: 'Use this view' }).click();
  const tab = page.getByRole('tabpanel');
  await expect(tab).toContainText(/The view of .*, Manchester/u);
  await tab.getByRole('button', { name: 'List these' }).click();
  await expect.poll(() => explorer.query()).toContain('within=area');
});
