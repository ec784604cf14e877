import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'Connect Hub',
    brandTarget: '_self',
    colorPrimary: '#3f4fd9',
    colorSecondary: '#3f4fd9',
  }),
});
