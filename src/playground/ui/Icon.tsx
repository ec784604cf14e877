import type { ReactNode } from 'react';

/** Drawn on a grid of 16, in lines of 1.5. */
const PATHS = {
  alert:
    'M8 5.25v3.5M8 11.1v.1M7.1 2.4 1.7 11.9a1 1 0 0 0 .9 1.5h10.8a1 1 0 0 0 .9-1.5L8.9 2.4a1.05 1.05 0 0 0-1.8 0Z',
  back: 'M9.75 3.5 5.25 8l4.5 4.5',
  billing:
    'M2.75 3.5h10.5a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H2.75a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM1.75 6.75h12.5M4.25 10h2',
  check: 'm3 8.5 3.25 3.25L13 4.75',
  copy: 'M6.25 5.25h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1ZM10.75 5.25v-1.5a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h1.5',
  general:
    'M2 4.75h6.5M12.25 4.75H14M2 11.25h1.75M7.5 11.25H14M8.5 4.75a1.85 1.85 0 1 0 3.7 0 1.85 1.85 0 0 0-3.7 0ZM3.8 11.25a1.85 1.85 0 1 0 3.7 0 1.85 1.85 0 0 0-3.7 0Z',
  integrations: 'M2.5 2.5h4v4h-4ZM2.5 9.5h4v4h-4ZM9.5 9.5h4v4h-4ZM11.5 2.25v4.5M9.25 4.5h4.5',
  members:
    'M3.9 5.1a2.1 2.1 0 1 0 4.2 0 2.1 2.1 0 0 0-4.2 0ZM1.75 13c0-2.35 1.85-4 4.25-4s4.25 1.65 4.25 4M10.25 3.2a2.1 2.1 0 0 1 0 3.8M11.5 9.25c1.65.5 2.75 1.9 2.75 3.75',
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  security: 'M8 1.75 2.75 3.6v4c0 3.2 2.1 5.55 5.25 6.65 3.15-1.1 5.25-3.45 5.25-6.65v-4L8 1.75Z',
  key: 'M7.7 8.3 13.5 2.5M11 5l2 2M1.9 10.9a3.2 3.2 0 1 0 6.4 0 3.2 3.2 0 0 0-6.4 0Z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="pg-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
