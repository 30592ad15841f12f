import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The web application: sources in src/web, built files in dist/web, served by the server beside the operations.
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  worker: { format: 'es' },
  build: { outDir: '../../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': 'http://127.0.0.1:8420' } },
});
