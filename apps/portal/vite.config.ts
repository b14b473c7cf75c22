import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { precompress } from '../../scripts/precompress.mjs';

export default defineConfig({
  base: '/portal/',
  plugins: [precompress()],
  // The verifier's library asks for Node's module where there is one; a browser has its own source of chance.
  resolve: { alias: { crypto: fileURLToPath(new URL('./src/device/no-node.ts', import.meta.url)) } },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: { target: 'chrome90', cssTarget: 'chrome90', sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
