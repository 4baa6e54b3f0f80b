import { defineConfig } from '@playwright/test';
import { BROWSER } from './tests/e2e/browser.ts';

/** One browser, one page at a time: pictures are drawn without a graphics card, about 5 s to the first. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/serve.ts',
  workers: 1,
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
