import { type ReactNode, useState } from 'react';
import { safeUrl } from '../api/address.js';

interface LogoProps {
  /** Whose logo it is. */
  readonly name: string;
  /** Where it is; anything but an https address counts as none. */
  readonly url?: string | undefined;
}

/** A logo in a box of fixed size; without one, or with one that does not load, the name's first letter. */
export function Logo({ name, url }: LogoProps): ReactNode {
  const [broken, setBroken] = useState<string>();
  const source = safeUrl(url);
  const loads = source && source !== broken;
  return (
    <span
      className="hub-logo"
      part="logo"
      aria-hidden="true"
      // The same name has the same colour; which one it is says nothing.
      data-hue={loads ? undefined : name.length % 6}
    >
      {loads ? (
        <img
          className="hub-logo-image"
          src={source}
          alt=""
          width={32}
          height={32}
          loading="lazy"
          decoding="async"
          referrerPolicy="no-referrer"
          onError={() => setBroken(source)}
        />
      ) : (
        monogram(name)
      )}
    </span>
  );
}

/** The first character, whole even where it takes two code units. */
function monogram(name: string): string {
  const point = name.trim().codePointAt(0);
  return point === undefined ? '' : String.fromCodePoint(point).toLocaleUpperCase();
}
