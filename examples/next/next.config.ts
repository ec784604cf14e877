import type { NextConfig } from 'next';

const config: NextConfig = {
  // The example is a whole of its own, also inside of this repository.
  turbopack: { root: import.meta.dirname },
};

export default config;
