import type { Page } from '@playwright/test';
import { type Explorer, expect, test } from './explorer.ts';
import { type Hand, keysOf, mouseOf, tabTo } from './hand.ts';

// A planner's questions about a piece of land.

/** The Mersey at Chorlton: flood zones, an overhead line, no conservation areas supplied. */
const MERSEY = 'view=53.424,-2.27,13.5';

const tabPanel = (page: Page) => page.getByRole('tabpanel');

/** Corners drawn on the map: clicked, or set under the crosshair between arrow keys. */
async function draw(hand: Hand, { map, announcer }: Explorer, page: Page): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Draw an area' }));
  const bar = page.getByRole('region', { name: 'Drawing' });
  await expect(bar).toBeVisible();
  if (hand.name === 'mouse') {
    const corners = [
      [700, 300],
      [1100, 300],
      [1100, 600],
      [700, 600],
    ] as const;
    for (const [index, [x, y]] of corners.entries()) {
      await page.mouse.move(x, y, { steps: 3 });
      await page.mouse.click(x, y);
      await expect(bar).toContainText(index === 0 ? '1 corner' : `${index + 1} corners`);
    }
    await bar.getByRole('button', { name: 'Finish' }).click();
    return;
  }
  await expect(map).toBeFocused();
  const sides = [
    [],
    ['ArrowRight', 'ArrowRight'],
    ['ArrowDown', 'ArrowDown'],
    ['ArrowLeft', 'ArrowLeft'],
  ];
  for (const [index, arrows] of sides.entries()) {
    for (const arrow of arrows) await page.keyboard.press(arrow);
    await page.keyboard.press('Enter');
    await expect(announcer).toContainText(`Corner ${index + 1} placed`);
  }
  // again where the last one stands: that is all
  await page.keyboard.press('Enter');
}

/** Open the report of the area, which comes in a tab of its own. */
async function openReport(hand: Hand, page: Page): Promise<Page> {
  const coming = page.waitForEvent('popup');
  await hand.press(tabPanel(page).getByRole('link', { name: /^Report/u }));
  const report = await coming;
  await report.waitForLoadState();
  return report;
}

for (const handOf of [mouseOf, keysOf]) {
  const by = handOf === mouseOf ? 'by mouse' : 'by keyboard alone';

  test(`Q4, what constrains this red line? Drawn, answered, reported, ${by}`, async ({
    explorer,
    page,
  }) => {
    const hand = handOf(page);
    await explorer.open(`?${MERSEY}`);
    await draw(hand, explorer, page);
    const tab = tabPanel(page);
    await expect(tab.getByRole('heading', { name: 'What is in this area' })).toBeVisible();
    for (const group of ['Stop', 'Consult', 'Note']) {
      await expect(tab.getByRole('heading', { name: group, exact: true })).toBeVisible();
    }
    const size = await tab.locator('.area-size b').innerText();
    expect(size).toMatch(/^\d+\.\d ha$/u);
    const zone = tab.getByRole('button', { name: /^Flood zone 3/u });
    const [share] = /\d+ %/u.exec(await zone.innerText()) ?? [];
    const [hectares] = /[\d.]+ ha/u.exec(await zone.innerText()) ?? [];

    const report = await openReport(hand, page);
    await expect(report.getByRole('heading', { level: 1 })).toHaveText(/^Area at SJ \d{5} \d{5}$/u);
    await expect(report.getByRole('main')).toContainText(`${size}, edge`);
    const stop = report.locator('section.stop-group');
    await expect(stop).toContainText(`${share}, ${hectares}`);
    await expect(stop).toContainText('homes need the sequential and the exception test');
  });

  test(`Q5, who must be consulted about it? From typed corners, ${by}`, async ({
    explorer,
    page,
  }) => {
    const hand = handOf(page);
    await explorer.open(`?${MERSEY}&tab=area`);
    await hand.press(page.getByRole('button', { name: 'Type coordinates' }));
    await hand.write(
      page.getByRole('textbox', { name: /^Coordinates/u }),
      'SJ 81900 92900\nSJ 82900 92900\nSJ 82900 91900\nSJ 81900 91900',
    );
    await hand.press(page.getByRole('button', { name: 'Use these coordinates' }));
    const tab = tabPanel(page);
    // a square kilometre of the grid plane is 100.1 ha on the ground
    await expect(tab).toContainText('100.1 ha');
    await hand.press(tab.locator('summary').filter({ hasText: 'Whom to consult' }));
    const asked = tab.locator('.consultees li');
    await expect(asked.first()).toHaveText(
      'Environment Agency required by law, for Flood zone 3, Flood zone 2',
    );
    await expect(asked.filter({ hasText: 'SP Electricity North West' })).toContainText(
      'advised, for Overhead line, 132 kV',
    );
    // by which rule is said where it was found
    await hand.press(tab.getByRole('button', { name: /^Flood zone 3/u }));
    await expect(tab.locator('.consultation').first()).toContainText('(required by law)');
  });

  test(`Q14, what heritage is within 250 m, and what is not known of it? ${by}`, async ({
    explorer,
    page,
  }) => {
    const hand = handOf(page);
    await explorer.open('?view=53.6,-2.29,12');
    await hand.find('Clarence Park', /Clarence Park/u);
    await expect(explorer.card.getByRole('heading', { level: 2 })).toHaveText('Clarence Park');
    await hand.press(explorer.card.getByRole('button', { name: 'Within 250 m' }));
    const tab = tabPanel(page);
    await expect(tab).toContainText(/19\.\d ha within 250 m of Clarence Park/u);
    const area = tab.getByRole('button', { name: /^Conservation areas Synthetic 5 %/u });
    await hand.press(area);
    await expect(tab).toContainText('Demonstration conservation area 9');
    await expect(tab.locator('.consultation').first()).toContainText('Bury Council, conservation');

    // looked at and found nothing is one answer, nobody supplied it another
    const none = tab.locator('section.absent').filter({ hasText: 'None recorded' });
    const missing = tab.locator('section.absent.missing');
    await expect(none.first()).toContainText('Flood zones');
    await expect(none.first()).not.toContainText('Listed buildings');
    await hand.press(missing.locator('summary').filter({ hasText: 'nobody has supplied' }));
    await expect(missing).toContainText('Listed buildings');
    await expect(missing).not.toContainText('Flood zones,');
  });

  test(`Q27, everything within 500 m of this site, to be cited, ${by}`, async ({
    explorer,
    page,
  }) => {
    const hand = handOf(page);
    await explorer.open(`?${MERSEY}`);
    await hand.find('Demonstration site 54', /Demonstration site 54.*Manchester/u);
    await hand.press(explorer.card.getByRole('button', { name: 'What is here?' }));
    const tab = tabPanel(page);
    const field = tab.getByRole('spinbutton', { name: /^Metres round it/u });
    await hand.write(field, '500', 'Enter');
    await expect(tab).toContainText(/78\.[45] ha within 500 m of Demonstration site 54/u);

    const report = await openReport(hand, page);
    const text = report.getByRole('main');
    await expect(text).toContainText('everything within 500 m of it is part of it');
    const used = report.getByRole('table').filter({ hasText: 'Published here' });
    await expect(used.getByRole('row').nth(1).getByRole('cell')).toHaveText([
      /^Demonstration publisher/u,
      '1',
      /^\d+ \w+ 20\d\d$/u,
      /Open Government Licence v3\.0$/u,
    ]);
    await expect(text).toContainText('Contains OS data © Crown copyright');
    await expect(text).toContainText(/To cite this page.*as of \d+ \w+ 20\d\d\. http\S+~500m/su);
    if (hand.name === 'keyboard')
      await tabTo(report, report.getByRole('link', { name: 'Show on the map' }));
  });
}
