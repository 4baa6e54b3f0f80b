import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{client,server,tiles,data,scripts}/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/e2e/**'],
    testTimeout: 30_000,
    pool: 'forks',
    coverage: { provider: 'v8', include: ['server/**', 'tiles/**', 'data/**'] },
  },
});
