import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: { target: 'chrome90', cssTarget: 'chrome90', sourcemap: false, chunkSizeWarningLimit: 800 },
  // While one works on the pages: npx vite, with the server elsewhere.
  server: {
    proxy: { '/api': { target: process.env.FADU_API ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
});
