import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useText } from '../ui/text.js';

interface FrameProps {
  readonly theme: 'light' | 'dark' | 'system';
  readonly height: string | undefined;
  readonly children: ReactNode;
}

const RTL = /^(ar|fa|he|ur)\b/;

/** The hub's own root: the only element that carries its theme, language and size. */
export function Frame({ theme, height, children }: FrameProps): ReactNode {
  const text = useText();
  const root = useRef<HTMLElement>(null);
  // Set on the element rather than in the markup, which a strict style-src would refuse when rendered on a server.
  useLayoutEffect(() => {
    if (height) root.current?.style.setProperty('--hub-height', height);
    else root.current?.style.removeProperty('--hub-height');
  }, [height]);
  return (
    <section
      ref={root}
      className="hub"
      data-theme={theme}
      lang={text.locale}
      dir={RTL.test(text.locale) ? 'rtl' : 'ltr'}
      aria-label={text('title.create')}
    >
      {children}
    </section>
  );
}
