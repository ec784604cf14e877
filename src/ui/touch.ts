/**
 * Whether a finger is what the hub is used with right now, where a focused input would bring up a keyboard over what
 * there is to read. The device cannot tell: many have both.
 */
export const isTouched = (element: Element | null | undefined): boolean =>
  element?.closest<HTMLElement>('.hub')?.dataset['pointer'] === 'touch';
