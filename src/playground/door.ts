/** The ways in which a product can embed the hub. */
export type Door = 'component' | 'element' | 'inline' | 'modal' | 'link';

export interface DoorChoice {
  readonly value: Door;
  readonly label: string;
  /** For whom it is. */
  readonly about: string;
}

export const DOORS: readonly DoorChoice[] = [
  { value: 'component', label: 'React component', about: 'In your React app, in your bundle.' },
  { value: 'element', label: 'Custom element', about: 'In any framework, or none. React is inside.' },
  { value: 'inline', label: 'Frame in the page', about: 'Your page’s scripts cannot see what is typed.' },
  { value: 'modal', label: 'Frame in a dialog', about: 'The same, over your page, with one call.' },
  { value: 'link', label: 'Sign-in link', about: 'A page of its own, for whoever holds the key.' },
];

/** Whether the hub shows on the hosted page, which has an API of its own. */
export const isHosted = (door: Door): boolean => door === 'inline' || door === 'modal' || door === 'link';
