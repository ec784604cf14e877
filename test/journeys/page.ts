/** The page that journeys happen on: styled as a host's is, and empty again after each. */
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import '../../src/styles/index.css';

configure({ asyncUtilTimeout: 5_000 });
afterEach(cleanup);
