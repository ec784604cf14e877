import { element } from './elements.js';
import type { Word } from './words.js';

/** What lies over the frame while there is nothing to see in it. */
export interface Cover {
  /** The shape of what is coming. */
  readonly wait: () => void;
  /** What is wrong. */
  readonly say: (words: string, onRetry?: () => void) => void;
  readonly lift: () => void;
  readonly isOn: () => boolean;
}

/** @param onClose where the page around it offers no way out. */
export function createCover(box: HTMLElement, word: Word, onClose: (() => void) | undefined): Cover {
  let cover: HTMLElement | undefined;
  const lift = (): void => {
    cover?.remove();
    cover = undefined;
  };
  const put = (...children: readonly Node[]): void => {
    lift();
    cover = element('div', { className: 'cover' }, ...children);
    const ariaLabel = word('action.close');
    if (onClose) cover.append(element('button', { className: 'close', ariaLabel, onclick: onClose }, '✕'));
    box.append(cover);
  };
  return {
    wait: () => put(...Array.from('12345', () => element('i', {}))),
    say(words, onRetry) {
      const said = element('p', { role: 'alert' }, words);
      if (onRetry) said.append(element('button', { onclick: onRetry }, word('action.tryAgain')));
      put(said);
    },
    lift,
    isOn: () => cover !== undefined,
  };
}
