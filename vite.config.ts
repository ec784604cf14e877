import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The playground, as `npm start` serves it and `npm run build` builds it; the package itself is built by
 * scripts/build.mjs. A further page, say the hosted one, is a further entry of `pages`.
 */
const pages = ['index.html'];

export default defineConfig({
  plugins: [react()],
  optimizeDeps: { entries: pages },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['PORT'] ?? 5173),
    strictPort: true,
    watch: { ignored: ['**/.data/**', '**/dist/**', '**/test-results/**'] },
    // The first four are Vite's own; the sandbox's database is nobody's business either.
    fs: { deny: ['.env', '.env.*', '*.{crt,pem}', '**/.git/**', '**/.data/**'] },
  },
  build: {
    target: 'es2022',
    // What src/styles is written for: what these understand is not rewritten into something older.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: 'dist/playground',
    rolldownOptions: { input: pages },
  },
});
