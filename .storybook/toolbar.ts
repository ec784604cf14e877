/** What the toolbar offers, and what every story is drawn with to begin with. */
import type { Preview } from '@storybook/react-vite';

const TAGS = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pl', 'pt-BR', 'zh-CN'];

function ownName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Theme',
    toolbar: {
      icon: 'contrast',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light' },
        { value: 'dark', title: 'Dark' },
        { value: 'system', title: 'As the system' },
      ],
    },
  },
  locale: {
    description: 'Language',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: TAGS.map((value) => ({ value, title: ownName(value), right: value })),
    },
  },
  direction: {
    description: 'Direction',
    toolbar: {
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: 'auto', title: 'As the language' },
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  door: {
    description: 'What shows the hub',
    toolbar: {
      icon: 'component',
      dynamicTitle: true,
      items: [
        { value: 'component', title: 'React component' },
        { value: 'element', title: 'Custom element' },
      ],
    },
  },
};

export const initialGlobals: NonNullable<Preview['initialGlobals']> = {
  theme: 'light',
  // For a test that reads all of them in another.
  locale: import.meta.env['VITE_HUB_LOCALE'] ?? 'en',
  direction: 'auto',
  door: 'component',
};
