import { minify } from '@swc/core';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The server a developer runs beside `vite client`; the built app is served by it from the same origin. */
const SERVER = process.env.ODIN_SERVER ?? 'http://127.0.0.1:8080';
const SERVED = [
  '/api',
  '/tiles',
  '/basemap',
  '/data',
  '/licences',
  '/help',
  '/report',
  '/searches',
];

/** `client/api/queries.ts` is a module of ours although its address begins like the server's. */
const isModule = (url = '') => /\.(tsx?|css)(\?|$)/.test(url);

/** MapLibre's worker comes minified, but not as small as it can be; Vite's own minifier leaves it as it is. */
const smallerWorker = (): Plugin => ({
  name: 'odin:smaller-worker',
  async generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const { code } = await minify(chunk.code, {
        module: true,
        ecma: 2020,
        compress: true,
        mangle: true,
      });
      chunk.code = code;
    }
  },
});

// biome-ignore lint/style/noDefaultExport: Vite reads its configuration from the default export
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // MapLibre's worker is an ES module
  worker: { format: 'es', plugins: () => [smallerWorker()] },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      SERVED.map((path) => [
        path,
        {
          target: SERVER,
          bypass: ({ url }) => (isModule(url) ? url : undefined),
        },
      ]),
    ),
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // which files a module brings with it: tests/e2e/size.spec.ts adds them up
    manifest: true,
    target: 'es2022',
    // fonts and patterns stay files of their own: the content security policy allows no data: fonts
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/]maplibre-gl/ },
            {
              name: 'aria',
              test: /node_modules[\\/](react-aria|react-stately|@react-|@internationalized)/,
            },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
});
