import { type ReactNode, useState } from 'react';

interface ProviderLogoProps {
  readonly provider: string;
  readonly name: string;
}

const HUES = 6;

/** The provider's logo; where there is none, the first letter of its name, each provider in its own colour. */
export function ProviderLogo({ provider, name }: ProviderLogoProps): ReactNode {
  const [broken, setBroken] = useState(false);
  return (
    <span className="pg-logo" data-hue={broken ? hueOf(provider) : undefined} aria-hidden="true">
      {broken ? (
        (Array.from(name.trim())[0] ?? '').toLocaleUpperCase()
      ) : (
        <img
          className="pg-logo-image"
          src={`/logos/${encodeURIComponent(provider)}.svg`}
          alt=""
          width={40}
          height={40}
          onError={() => setBroken(true)}
        />
      )}
    </span>
  );
}

function hueOf(provider: string): number {
  return Array.from(provider).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;
}
