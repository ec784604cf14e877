import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { copyText } from '../../src/playground/clipboard.js';

test('text is copied where there is no clipboard, and the focus stays', async () => {
  let copied: string | undefined;
  document.execCommand = () => {
    copied = (document.activeElement as HTMLTextAreaElement).value;
    return true;
  };
  render(<button type="button">Here</button>);
  screen.getByRole('button').focus();
  expect(await copyText('some code')).toBe(true);
  expect(copied).toBe('some code');
  expect(screen.getByRole('button')).toHaveFocus();
  expect(document.querySelector('textarea')).toBeNull();
});

test('that nothing was copied is said', async () => {
  document.execCommand = () => false;
  expect(await copyText('some code')).toBe(false);
});
