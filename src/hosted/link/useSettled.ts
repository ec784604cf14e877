import { useEffect, useState } from 'react';

/** Longer than the second click of a double click takes. */
const SETTLES_IN = 500;

/**
 * Whether the page has been before the user's eyes for a moment. A page over it can be made to go at the first click of
 * a double click, for the second to fall on what comes to light here: until then no click may mean anything.
 */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const begin = () => {
      setSettled(false);
      clearTimeout(timer);
      timer = setTimeout(setSettled, SETTLES_IN, true);
    };
    begin();
    document.addEventListener('visibilitychange', begin);
    window.addEventListener('focus', begin);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', begin);
      window.removeEventListener('focus', begin);
    };
  }, []);
  return settled;
}
