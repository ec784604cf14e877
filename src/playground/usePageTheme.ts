import { useEffect } from 'react';
import type { Theme } from './settings.js';

/** The page follows the theme that the hub is given; without one, both follow the device. */
export function usePageTheme(theme: Theme): void {
  useEffect(() => {
    document.documentElement.dataset['pgTheme'] = theme;
  }, [theme]);
}
