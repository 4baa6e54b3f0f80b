import type { Locator, Page } from '@playwright/test';
import { expect } from './explorer.ts';

/** Stops of Tab gone through at most before something counts as out of reach. */
const MOST_STOPS = 150;

/** One way to work the page, so that a journey told once is gone twice: by mouse, by keyboard alone. */
export type Hand = {
  readonly name: 'mouse' | 'keyboard';
  /** Press a button, link, tab or option; tick a box. */
  readonly press: (target: Locator) => Promise<void>;
  /** Choose one of a few choices side by side. */
  readonly choose: (group: Locator, choice: string) => Promise<void>;
  /** Put text into a field in place of what is in it, and say so with Enter where that is asked. */
  readonly write: (target: Locator, text: string, ending?: 'Enter') => Promise<void>;
  /** Search for something and take the result. */
  readonly find: (text: string, result: RegExp) => Promise<void>;
};

/** The hand that points and clicks. */
export function mouseOf(page: Page): Hand {
  return {
    name: 'mouse',
    press: (target) => target.click(),
    choose: (group, choice) => group.getByRole('radio', { name: choice, exact: true }).check(),
    write: async (target, text, ending) => {
      await target.click();
      await target.fill(text);
      if (ending) await page.keyboard.press(ending);
    },
    find: async (text, result) => {
      const box = searchOf(page);
      await box.click();
      await box.fill(text);
      await page.getByRole('option', { name: result }).first().click();
    },
  };
}

/** The hand that only has keys: everything is reached by Tab from where the focus is, never put there. */
export function keysOf(page: Page): Hand {
  return {
    name: 'keyboard',
    press: async (target) => {
      await tabTo(page, target);
      const isBox = (await target.getAttribute('type')) === 'checkbox';
      await page.keyboard.press(isBox ? 'Space' : 'Enter');
    },
    choose: async (group, choice) => {
      await tabTo(page, group.getByRole('radio', { checked: true }));
      const wanted = group.getByRole('radio', { name: choice, exact: true });
      for (let step = 0; step < 6 && !(await wanted.isChecked()); step += 1) {
        await page.keyboard.press('ArrowRight');
      }
      await expect(wanted).toBeChecked();
    },
    write: async (target, text, ending) => {
      await tabTo(page, target);
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
      if (ending) await page.keyboard.press(ending);
    },
    find: async (text, result) => {
      await page.keyboard.press('Control+k');
      await expect(searchOf(page)).toBeFocused();
      await page.keyboard.type(text);
      const option = page.getByRole('option', { name: result }).first();
      await expect(option).toBeVisible();
      for (let step = 0; step < 20; step += 1) {
        await page.keyboard.press('ArrowDown');
        if ((await option.getAttribute('aria-selected')) === 'true') break;
      }
      await expect(option).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Enter');
    },
  };
}

const searchOf = (page: Page) => page.getByRole('combobox', { name: /^Place/u });

/**
 * Go to something by Tab.
 *
 * @throws Error when it is not reached
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached by Tab: ${target}`);
}
