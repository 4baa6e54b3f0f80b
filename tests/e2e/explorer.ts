import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { BROWSER, NO_BROWSER } from './browser.ts';

/** The explorer in a browser, by what a reader sees of it. */
export class Explorer {
  readonly page: Page;
  /** Addresses asked of any other machine. */
  readonly outside: string[] = [];
  /** What the browser complained of: script errors, refused content. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      const isOwn = origin === new URL(Explorer.address).origin;
      if (protocol.startsWith('http') && !isOwn) this.outside.push(request.url());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /** Address of the server under test. */
  static get address(): string {
    return process.env.ODIN_E2E ?? 'http://127.0.0.1:8080';
  }

  /** Open an address of the explorer and wait until the map has drawn everything. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`${Explorer.address}/${query}`);
    await this.settled();
  }

  /** Wait until the map has drawn everything once. */
  async settled(): Promise<void> {
    await expect(this.map).toHaveAttribute('data-idle', 'true', { timeout: 90_000 });
  }

  get map() {
    return this.page.getByRole('application', { name: /^Map/u });
  }

  get panel() {
    return this.page.getByRole('region', { name: 'Layers and list' });
  }

  get card() {
    return this.page.getByRole('region', { name: 'Selected feature' });
  }

  get search() {
    return this.page.getByRole('combobox', { name: /^Place/u });
  }

  /** What the page says to screen readers. */
  get announcer() {
    return this.page.getByTestId('announcer');
  }

  /** Query string of the address bar, readable. */
  query(): string {
    return decodeURIComponent(new URL(this.page.url()).search);
  }

  /** Search for something and take a result by its words. */
  async find(text: string, result: RegExp): Promise<void> {
    await this.search.fill(text);
    await this.page.getByRole('option', { name: result }).first().click();
  }

  /** How many pixels of the drawn map are near a colour, 0–255 each. */
  async pixelsNear(red: number, green: number, blue: number): Promise<number> {
    return this.page.evaluate(
      ([r = 0, g = 0, b = 0]) => {
        const source = document.querySelector<HTMLCanvasElement>('.map-canvas canvas');
        const copy = document.createElement('canvas');
        if (source === null) return 0;
        copy.width = source.width;
        copy.height = source.height;
        const context = copy.getContext('2d');
        context?.drawImage(source, 0, 0);
        const pixels = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
        let near = 0;
        for (let at = 0; at < pixels.length; at += 4) {
          const away = [r, g, b].map((part, index) => Math.abs((pixels[at + index] ?? 0) - part));
          if (Math.max(...away) <= 10) near += 1;
        }
        return near;
      },
      [red, green, blue],
    );
  }

  /** Assert that axe finds nothing against WCAG 2.2 AA or good practice. */
  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
    expect(found).toEqual([]);
  }
}

/** A test with the explorer; afterwards nothing was asked of another machine and nothing complained. */
export const test = base.extend<{ explorer: Explorer }>({
  explorer: async ({ page }, use) => {
    const explorer = new Explorer(page);
    await use(explorer);
    expect(explorer.outside).toEqual([]);
    expect(explorer.complaints).toEqual([]);
  },
});

test.skip(BROWSER === undefined, NO_BROWSER);

export { expect };
