import { useEffect, useLayoutEffect } from 'react';

/** A layout effect in what servers render too: React 18 warns of one there, where no effect ever runs. */
export const useLayout = typeof document === 'undefined' ? useEffect : useLayoutEffect;
