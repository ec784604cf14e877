import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Question } from '../../src/hosted/link/Question.js';

/** Whoever lies over the page must not be able to hand a click of theirs on to it. */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number): void => act(() => void vi.advanceTimersByTime(milliseconds));

function ask() {
  const onAgree = vi.fn<() => void>();
  render(<Question session={null} product="Harbour" onAgree={onAgree} onDecline={undefined} />);
  const button = screen.getByRole('button', { name: 'Continue' });
  return { onAgree, button, takesClicks: () => getComputedStyle(button).pointerEvents !== 'none' };
}

describe('the question before a form', () => {
  it('takes no click in the first half second', () => {
    const { takesClicks } = ask();
    pass(499);
    expect(takesClicks()).toBe(false);
    pass(1);
    expect(takesClicks()).toBe(true);
  });

  it.each([
    ['is seen again', document, 'visibilitychange'],
    ['comes to the front', window, 'focus'],
  ])('takes none in the half second after its page %s', (_, target, event) => {
    const { takesClicks } = ask();
    pass(10_000);
    act(() => void target.dispatchEvent(new Event(event)));
    pass(499);
    expect(takesClicks()).toBe(false);
    pass(1);
    expect(takesClicks()).toBe(true);
  });

  it('takes keys at once', () => {
    const { onAgree, button } = ask();
    expect(button).toBeEnabled();
    // What a key on a button comes to.
    fireEvent.click(button);
    expect(onAgree).toHaveBeenCalledOnce();
  });
});
