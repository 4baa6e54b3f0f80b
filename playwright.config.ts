import { defineConfig } from '@playwright/test';
import { BROWSER } from './tests/e2e/browser.ts';

/** What writes: its tests share accounts and drafts, and run one after the other. */
const WRITING = /(?:accounts|desk-[a-z]+)\.spec\.ts$/;

/** Two pages at a time: pictures are drawn without a graphics card, about 5 s to the first. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/serve.ts',
  workers: 2,
  projects: [
    { name: 'desk', testMatch: WRITING, workers: 1 },
    { name: 'map', testIgnore: WRITING },
  ],
  // A second try on a machine too slow for the first; the list names every test that needed it.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(BROWSER === undefined ? {} : { executablePath: BROWSER }),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
      ],
    },
  },
});
