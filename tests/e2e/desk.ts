import type { Page } from '@playwright/test';
import { test as base, Explorer, expect } from './explorer.ts';
import { invite, joinAs } from './sign-in.ts';

/** Whom the tests publish for: a real council's name, with a register made up for the tests. */
export const PUBLISHER = 'rochdale-council';

const HEAD =
  'SiteReference,SiteNameAddress,GeoX,GeoY,Hectares,OwnershipStatus,PlanningStatus,MinNetDwellings,Colour of the gate';

/** Owners as written: two are in the list, one is not. */
const OWNERS = ['owned by a public authority', 'not owned by a public authority', 'Railway'];

/**
 * A made-up register of 24 sites about the middle of Rochdale. One northing has lost its last digit: it lies in the
 * sea.
 */
export function register(): Buffer {
  const rows = Array.from({ length: 24 }, (_, index) => {
    const [x, y] = [388_000 + 130 * index, 412_000 + 90 * (index % 7)];
    const northing = index === 5 ? String(y).slice(0, -1) : String(y);
    const owner = OWNERS[index % 8 === 7 ? 2 : index % 2];
    return `MU/${100 + index},Made-up site ${index + 1},${x},${northing},${(0.1 + index / 10).toFixed(1)},${owner},not permissioned,${index + 2},green`;
  });
  return Buffer.from(`${[HEAD, ...rows].join('\n')}\n`);
}

/** The publishing desk in a browser, by what an officer sees of it. */
export class Desk {
  readonly page: Page;
  readonly explorer: Explorer;
  /** Who is signed in. */
  readonly email: string;

  constructor(page: Page, email: string) {
    this.page = page;
    this.email = email;
    this.explorer = new Explorer(page);
  }

  /** Open a page of the desk and wait until something of it stands. */
  async open(path = ''): Promise<void> {
    await this.page.goto(`${Explorer.address}/desk${path}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Hand in a file by the button, and wait until it is read. */
  async handIn(name: string, bytes: Buffer): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  }

  /** Hand in the made-up register as a new draft, and come to a step of it. */
  async begin(step: string): Promise<void> {
    await this.open(`/${PUBLISHER}/new?type=land%2Fbrownfield-site`);
    await this.handIn('made-up-register.csv', register());
    await expect(this.page.getByRole('link', { name: 'Check what we read' })).toBeVisible();
    if (step !== 'file') await this.goTo(step);
  }

  async goTo(step: string): Promise<void> {
    await this.page.goto(this.page.url().replace(/\/[a-z]+(\?.*)?$/u, `/${step}`));
    await expect(this.heading).toBeVisible();
  }

  /** The step's own heading. */
  get heading() {
    return this.page.getByRole('heading', { level: 2 }).first();
  }

  get map() {
    return this.page.getByRole('application', { name: /^Map of the draft/u });
  }

  /** Wait until the map has drawn the draft. */
  async drawn(): Promise<void> {
    await expect(this.map).toHaveAttribute('data-idle', 'true', { timeout: 90_000 });
  }

  /** What the page says to screen readers. */
  get said() {
    return this.page.getByTestId('announcer');
  }

  /** What it interrupts them with. */
  get alarm() {
    return this.page.getByTestId('alarm');
  }

  get saved() {
    return this.page.locator('.save-state');
  }
}

/** A test with the desk, signed in as somebody who may publish for `PUBLISHER`. */
export const test = base.extend<{ desk: Desk }>({
  desk: async ({ page }, use) => {
    const email = `officer-${Date.now()}@council.example`;
    const invitation = invite(email, '--organisation', PUBLISHER, '--role', 'publisher');
    await joinAs(page, `${Explorer.address}${invitation}`, 'Made-up Officer');
    await use(new Desk(page, email));
  },
});

export { expect };
