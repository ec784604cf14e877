import type { ReactNode } from 'react';

const PATHS = {
  alert: 'M10 6.5v4M10 13.4v.1M10 2.5l8 14.5H2z',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  check: 'm4.5 10.5 3.8 3.8 7.2-8.6',
  close: 'm5 5 10 10M15 5 5 15',
  copy: 'M7.5 7.5V4.2c0-.4.3-.7.7-.7h7.6c.4 0 .7.3.7.7v7.6c0 .4-.3.7-.7.7h-3.3M4.2 7.5h7.6c.4 0 .7.3.7.7v7.6c0 .4-.3.7-.7.7H4.2a.7.7 0 0 1-.7-.7V8.2c0-.4.3-.7.7-.7z',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  external: 'M11.5 3.5h5v5M16 4l-7 7M14.5 11.5v4c0 .6-.4 1-1 1h-9a1 1 0 0 1-1-1v-9c0-.6.4-1 1-1h4',
  eye: 'M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  eyeOff:
    'M8.2 4.7A8 8 0 0 1 10 4.5c5 0 8 5.5 8 5.5a14 14 0 0 1-2.2 2.8M5.6 6.1C3.3 7.6 2 10 2 10s3 5.5 8 5.5c1.5 0 2.9-.5 4-1.2M3.5 3.5l13 13',
  forward: 'M8 4.5 13.5 10 8 15.5',
  info: 'M10 9.2v4.3M10 6.6v.1M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15z',
  search: 'm13.2 13.2 3.8 3.8M8.7 14.9a6.2 6.2 0 1 0 0-12.4 6.2 6.2 0 0 0 0 12.4z',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  /** Which of the pictures there are. */
  readonly name: IconName;
}

/** A picture beside words, never in their place: hidden from assistive technology. */
export function Icon({ name }: IconProps): ReactNode {
  return (
    <svg className="hub-icon" data-icon={name} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
