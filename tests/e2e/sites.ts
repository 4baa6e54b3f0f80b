import type { Page } from '@playwright/test';
import { test as base, Explorer, expect } from './explorer.ts';

/** The site finder in a browser, by what a reader sees of it. */
export class Finder {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Open an address of the finder and wait for its list. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`${Explorer.address}/sites${query}`);
    await expect(this.funnel.locator('b').last()).toBeVisible({ timeout: 60_000 });
  }

  /** The same on a phone, where the funnel is among the criteria. */
  async openPhone(query = ''): Promise<void> {
    await this.page.goto(`${Explorer.address}/sites${query}`);
    await expect(this.rows.first()).toBeAttached({ timeout: 60_000 });
  }

  get criteria() {
    return this.page.getByRole('region', { name: 'Criteria', exact: true });
  }

  get funnel() {
    return this.page.getByRole('region', { name: 'Sites left' });
  }

  get ranking() {
    return this.page.getByRole('region', { name: 'Sites, best first' });
  }

  /** Rows of the list that are ranked. */
  get rows() {
    return this.ranking.locator('.ranked-main');
  }

  get evidence() {
    return this.page.getByRole('region', { name: 'Evidence' });
  }

  get announcer() {
    return this.page.getByTestId('announcer');
  }

  /** How many sites meet every must. */
  async left(): Promise<number> {
    return Number((await this.funnel.locator('b').last().innerText()).replace(',', ''));
  }

  /** Query string of the address bar, readable. */
  query(): string {
    return decodeURIComponent(new URL(this.page.url()).search);
  }

  /** A weight's slider by its criterion's title. */
  weight(title: RegExp) {
    return this.criteria.getByRole('slider', { name: title });
  }
}

/** A test with the finder. */
export const test = base.extend<{ finder: Finder }>({
  // the explorer's fixture watches what is asked of whom, and what is complained of
  finder: async ({ page, explorer }, use) => {
    expect(explorer.page).toBe(page);
    await use(new Finder(page));
  },
});

export { expect };
