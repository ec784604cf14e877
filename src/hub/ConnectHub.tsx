import type { ReactNode } from 'react';
import type { HubOptions } from '../contract/options.js';

export function ConnectHub(_options: HubOptions): ReactNode {
  return null;
}
