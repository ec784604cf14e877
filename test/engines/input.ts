/** What hands do, as the two WebDrivers both write it. */

/** A key that goes down or up. */
export interface Stroke {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

/** Keys without a character. */
export const KEYS = { Control: '\uE009', Enter: '\uE007' } as const;

export const press = (value: string): readonly Stroke[] => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];

/** In place of what is there. */
export const replaceBy = (text: string): readonly Stroke[] => [
  { type: 'keyDown', value: KEYS.Control },
  ...press('a'),
  { type: 'keyUp', value: KEYS.Control },
  ...text.split('').flatMap(press),
];

export const keyboard = (strokes: readonly Stroke[]) => [{ type: 'key', id: 'keyboard', actions: strokes }];

/** @param element as the protocol writes it where a pointer's movement begins. */
export const clickOn = (element: unknown) => [
  {
    type: 'pointer',
    id: 'mouse',
    actions: [
      { type: 'pointerMove', origin: element, x: 0, y: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  },
];
