/** What runs in the pages: their functions are handed over as text, so each has to stand alone. */

/** How something is found, each step in what the one before has found. */
export type Step =
  | { readonly by: 'css'; readonly selector: string }
  | { readonly by: 'role'; readonly role: string; readonly name: Wanted }
  | { readonly by: 'label' | 'text'; readonly text: Wanted }
  | { readonly by: 'nth'; readonly index: number };

/** The source and the flags of a regular expression. */
export type Wanted = readonly [source: string, flags?: string];

type Query = (root: ParentNode, what: string | RegExp, how?: object) => readonly HTMLElement[];

/** What is used of `@testing-library/dom`. */
export interface Queries {
  readonly queryAllByRole: Query;
  readonly queryAllByLabelText: Query;
  readonly queryAllByText: Query;
}

/** All that is found and can be seen, through open shadow roots. */
export function find(queries: Queries, steps: readonly Step[]): readonly HTMLElement[] {
  const rootsIn = (scope: ParentNode): readonly ParentNode[] => {
    const own = scope instanceof Element ? [scope.shadowRoot] : [];
    const below = [...scope.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot);
    const shadows = [...own, ...below].filter((root) => root !== null);
    return [scope, ...shadows.flatMap(rootsIn)];
  };
  const inRoot = (root: ParentNode, step: Exclude<Step, { by: 'nth' }>): readonly HTMLElement[] => {
    switch (step.by) {
      case 'css':
        return [...root.querySelectorAll<HTMLElement>(step.selector)];
      case 'role':
        return queries.queryAllByRole(root, step.role, { name: new RegExp(...step.name) });
      case 'label':
        return queries.queryAllByLabelText(root, new RegExp(...step.text));
      case 'text':
        return queries.queryAllByText(root, new RegExp(...step.text));
    }
  };
  const inAll = (scopes: readonly ParentNode[], step: Exclude<Step, { by: 'nth' }>) => {
    const found = new Set(scopes.flatMap(rootsIn).flatMap((root) => inRoot(root, step)));
    return [...found].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  };
  let scopes: readonly ParentNode[] = [document];
  for (const step of steps) {
    scopes = step.by === 'nth' ? scopes.slice(step.index, step.index + 1) : inAll(scopes, step);
  }
  return scopes as readonly HTMLElement[];
}

/** Whether something can be clicked in its middle, and stays where it is while the page is painted. */
export async function rests(element: HTMLElement): Promise<boolean> {
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const middle = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    // A frame that grows takes along what stands at its end.
    return { x: left + width / 2, y: top + height / 2, room: innerHeight };
  };
  const { x, y, room } = middle();
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  const now = middle();
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  const isStill = now.x === x && now.y === y && now.room === room;
  const isEnabled = !element.matches(':disabled, [aria-disabled="true"]');
  return isStill && isEnabled && element.contains(hit);
}
