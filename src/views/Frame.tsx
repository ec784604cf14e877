import { type ReactNode, useEffect, useRef } from 'react';
import { isInDialog } from '../ui/inDialog.js';
import { useText } from '../ui/text.js';
import { useLayout } from '../ui/useLayout.js';

export interface FrameProps {
  readonly theme: 'light' | 'dark' | 'system';
  readonly height: string | undefined;
  /** The tags of the languages whose words are on their way: until they are here, a skeleton is without words. */
  readonly awaited?: string | undefined;
  /** Escape in a dialog of the host's, which would close with all that was typed; `true` where it was dealt with. */
  readonly onEscape?: (() => boolean) | undefined;
  readonly children: ReactNode;
}

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur|yi)\b/;

/** The hub's own root: the only element that carries its theme, language and size. */
export function Frame({ theme, height, awaited, onEscape, children }: FrameProps): ReactNode {
  const text = useText();
  const root = useRef<HTMLElement>(null);
  // Set on the element rather than in the markup, which a strict style-src would refuse when rendered on a server.
  useLayout(() => {
    if (height) root.current?.style.setProperty('--hub-height', height);
    else root.current?.style.removeProperty('--hub-height');
  }, [height]);
  useEffect(() => {
    const element = root.current;
    const listen = (event: KeyboardEvent) => {
      const escape = event.key === 'Escape' && !event.defaultPrevented;
      if (escape && element && isInDialog(element) && onEscape?.()) event.preventDefault();
    };
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [onEscape]);
  useEffect(() => {
    const element = root.current;
    const note = (event: Event) => {
      if (element) element.dataset['pointer'] = (event as PointerEvent).pointerType ?? 'key';
    };
    element?.addEventListener('pointerdown', note, true);
    element?.addEventListener('keydown', note, true);
    return () => {
      element?.removeEventListener('pointerdown', note, true);
      element?.removeEventListener('keydown', note, true);
    };
  }, []);
  return (
    <section
      ref={root}
      className="hub"
      part="root"
      data-theme={theme}
      data-auto={height?.toLowerCase() === 'auto' || undefined}
      data-awaited={awaited}
      lang={text.language}
      dir={RIGHT_TO_LEFT.test(awaited || text.language) ? 'rtl' : 'ltr'}
      aria-label={text('title.create')}
    >
      {children}
    </section>
  );
}
