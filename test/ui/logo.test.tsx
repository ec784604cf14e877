import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Logo } from '../../src/ui/Logo.js';

const GOOD = 'https://logos.test/acme.png';

const image = (container: HTMLElement): HTMLImageElement =>
  container.querySelector('img') as HTMLImageElement;

describe('a logo', () => {
  it('is loaded once it is near the screen, in a box of known size, and tells nobody where', () => {
    const { container } = render(<Logo name="Acme" url={GOOD} />);
    const logo = image(container);
    expect(logo).toHaveAttribute('src', GOOD);
    expect(logo).toHaveAttribute('loading', 'lazy');
    expect(logo).toHaveAttribute('width', '32');
    expect(logo).toHaveAttribute('height', '32');
    expect(logo).toHaveAttribute('referrerpolicy', 'no-referrer');
  });

  it('is said by nobody: the name stands beside it', () => {
    const { container } = render(<Logo name="Acme" url={GOOD} />);
    expect(image(container)).toHaveAttribute('alt', '');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('that does not load is the name’s first letter, and is not asked for again', () => {
    const { container, rerender } = render(<Logo name="acme" url={GOOD} />);
    fireEvent.error(image(container));
    expect(container).toHaveTextContent(/^A$/);
    rerender(<Logo name="acme" url={GOOD} />);
    expect(image(container)).toBeNull();
  });

  it('at another address gets its own try', () => {
    const { container, rerender } = render(<Logo name="acme" url={GOOD} />);
    fireEvent.error(image(container));
    rerender(<Logo name="acme" url="https://logos.test/new.png" />);
    expect(image(container)).toHaveAttribute('src', 'https://logos.test/new.png');
  });

  it.each([
    undefined,
    '',
    'javascript:alert(1)',
    'http://logos.test/acme.png',
    '//logos.test/acme.png',
    'data:text/html,x',
  ])('at %j is none', (url) => {
    const { container } = render(<Logo name="😀 Acme" url={url} />);
    expect(image(container)).toBeNull();
    expect(container).toHaveTextContent(/^😀$/u);
  });
});
