import type { StorybookConfig } from '@storybook/react-vite';

/** Everything it needs is in this repository: it asks nobody, and tells nobody. */
const config: StorybookConfig = {
  stories: ['../test/stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  framework: {
    name: '@storybook/react-vite',
    // The playground's config has entries, a port and folders of its own.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen', check: false },
  staticDirs: ['../public'],
};

export default config;
