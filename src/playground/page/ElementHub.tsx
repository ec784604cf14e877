import { type ReactNode, useEffect, useRef } from 'react';
import type { HubOptions } from '../../contract/options.js';

/** The custom element, as a page without a framework would make it. */
export function ElementHub({ options }: { readonly options: HubOptions }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLElementTagNameMap['connect-hub']>(null);

  useEffect(() => {
    // Late: the rest of this page does not need the React that it brings along. Its properties wait for it.
    void import('../../element.js');
    const hub = document.createElement('connect-hub');
    element.current = hub;
    place.current?.append(hub);
    return () => hub.remove();
  }, []);

  useEffect(() => {
    if (element.current) Object.assign(element.current, options, { closable: true });
  });

  return <div ref={place} className="pg-door" />;
}
