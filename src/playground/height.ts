import { optionProblems } from '../contract/options.js';

/** Whether the hub takes this as its height. */
export const isHeight = (height: string): boolean => optionProblems({ height }).length === 0;
