/** The page that journeys happen on: styled as a host's is, and as good as new after each. */
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import '../../src/styles/index.css';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});
