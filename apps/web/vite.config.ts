import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: { target: 'chrome90', cssTarget: 'chrome90', sourcemap: false },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
