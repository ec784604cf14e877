import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: { testTimeout: 30_000, hookTimeout: 30_000 },
});
