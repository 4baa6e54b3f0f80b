import type { Page } from '@playwright/test';
import { Explorer, expect, test } from './explorer.ts';

const SITES = 'brownfield-site.ogl-uk-3-0.synthetic';
const AREA = 'area=polygon:-2.2842,53.4372;-2.2569,53.4372;-2.2539,53.4282;-2.2812,53.4228';

/** States of the explorer by what a reader does in them. */
const STATES = {
  layers: '?view=53.43,-2.27,13',
  list: `?layers=${SITES}&tab=list`,
  filters: `?layers=${SITES}&tab=list&filter=${SITES}~area-ha:2..`,
  area: `?view=53.43,-2.27,13&tab=area&${AREA}`,
  changes: `?layers=${SITES}&changes=${SITES}&tab=changes`,
} as const;

const DOCUMENTS = [
  `/area?${AREA}`,
  '/data',
  '/data/demonstration-manchester--brownfield-register',
  '/licences',
  '/help',
];

/** Where a control stands and what is seen there, in words to find it by. */
type Standing = {
  readonly name: string;
  readonly box: DOMRect;
  /** Of what scrolls it into sight, if anything does. */
  readonly frame: DOMRect | undefined;
  readonly isShown: boolean;
  /** What a finger meets at its middle is the control itself, or nothing. */
  readonly isMet: boolean;
};

function standings(page: Page): Promise<Standing[]> {
  return page
    .locator('button, a[href], input, select, textarea, summary, [role=tab]')
    .evaluateAll((controls) =>
      controls.map((control) => {
        const box = control.getBoundingClientRect();
        const above: Element[] = [];
        for (let up = control.parentElement; up !== null; up = up.parentElement) above.push(up);
        const scroller = above.find((each) => /auto|scroll/u.test(getComputedStyle(each).overflow));
        const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return {
          name: `${control.ariaLabel ?? control.textContent} ${control.outerHTML.slice(0, 80)}`,
          box: box.toJSON(),
          frame: scroller?.getBoundingClientRect().toJSON(),
          // skip links, and what is for screen readers alone, are away or small until they have the focus
          isShown:
            control.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
            control.closest('.skip-links, .hidden') === null &&
            Math.min(box.width, box.height) >= 3,
          isMet: [control, control.closest('label')].some(
            (own) => met === null || own?.contains(met) || (own !== null && met.contains(own)),
          ),
        };
      }),
    );
}

/** Controls that stand partly outside the window, or under something that is not theirs. */
async function unreachable(page: Page): Promise<string[]> {
  const { width: windowPx = 0 } = page.viewportSize() ?? {};
  const isCut = ({ box, frame }: Standing) =>
    frame === undefined && (box.left < -1 || box.right > windowPx + 1);
  const isCovered = ({ box, frame, isMet }: Standing) => !isMet && isInSight(box, frame);
  return (await standings(page))
    .filter((each) => each.isShown && (isCut(each) || isCovered(each)))
    .map((each) => `${isCut(each) ? 'cut' : 'covered'}: ${each.name}`);
}

/** The middle of a box is not scrolled away. */
function isInSight(box: DOMRect, frame: DOMRect | undefined): boolean {
  if (frame === undefined) return true;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
}

/** Nothing runs out of the window sideways. */
async function expectNoSideways(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
}

for (const [state, query] of Object.entries(STATES)) {
  test(`${state}: at 320 px nothing is cut off or covered`, async ({ explorer, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await explorer.open(query);
    await expectNoSideways(page);
    expect(await unreachable(page)).toEqual([]);
  });
}

for (const [width, height] of [
  [320, 640],
  [320, 256],
  [390, 844],
  [720, 450],
] as const) {
  test(`bars over the map leave everything in reach at ${width} × ${height}`, async ({
    explorer,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await explorer.open('?view=53.43,-2.27,13&panel=peek');
    for (const tool of [/^Draw an area/u, /^Compare/u]) {
      await pressTool(page, tool);
      await expect(page.locator('.draw-bar, .compare-bar')).toBeVisible();
      expect(await unreachable(page)).toEqual([]);
      await page.getByRole('button', { name: /^(Close the drawing|End the comparison)/u }).click();
    }
    await page.context().setOffline(true);
    await expect(page.getByText('No connection.', { exact: true })).toBeVisible();
    expect(await unreachable(page)).toEqual([]);
    await page.context().setOffline(false);
    await expect(page.getByText('No connection.', { exact: true })).toBeHidden();
    explorer.complaints.length = 0;
  });
}

/** A tool of the map, at hand or under "More". */
async function pressTool(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  if (await button.isVisible()) return button.click();
  await page.getByRole('button', { name: 'More map tools' }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(page.getByRole('menu')).toBeHidden();
}

test('everything reached with text twice as large', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await explorer.open(STATES.area);
  await expectNoSideways(page);
  expect(await unreachable(page)).toEqual([]);
  await explorer.expectAccessible();
});

test('documents read at 320 px without scrolling sideways', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of DOCUMENTS) {
    await page.goto(Explorer.address + path);
    await expectNoSideways(page);
    await explorer.expectAccessible();
  }
});

test('nothing moves for who asked for less motion', async ({ explorer, page }) => {
  await explorer.open(STATES.layers);
  await page.getByRole('tab', { name: 'Area' }).click();
  await page.getByRole('button', { name: 'Draw on the map' }).click();
  const moving = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
  expect(moving).toBe(0);
});

test('in forced colours the focus, the chosen tab and the switch are told by shape', async ({
  explorer,
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await explorer.open(STATES.layers);
  await page.getByRole('tab', { name: 'Layers' }).focus();
  await page.keyboard.press('ArrowRight');
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
  );
  expect(outline).not.toBe('none');
  const edges = await page
    .getByRole('tab')
    .evaluateAll((tabs) => tabs.map((tab) => getComputedStyle(tab).borderBottomColor));
  expect(new Set(edges).size).toBe(2);
  await explorer.expectAccessible();
});
