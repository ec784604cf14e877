import { useEffect } from 'react';
import { type Look, lookProperties } from './look.js';

/** Sets the hub's properties on the page around it, as a product's stylesheet does. */
export function useLook(look: Look): void {
  useEffect(() => {
    for (const [name, value] of lookProperties(look)) document.documentElement.style.setProperty(name, value);
  }, [look]);
}
