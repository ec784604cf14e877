import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The playground that `npm start` opens; `scripts/build.mjs` builds the package from the same plugins. */
export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 5173), strictPort: true },
  build: { target: 'es2022', outDir: 'dist/playground' },
});
