import type { HubError } from '../api/errors.js';
import type { Silence } from '../flow/state.js';

/** Faults of the line in a row: one can be chance. */
const NOTICED = 2;
/** Milliseconds of them. */
const LASTING = 60_000;
/** Answers in a row that make no sense. */
const SENSELESS = 5;

/** @param tell hears of a silence when it is noticed, when it begins to last, and, by `null`, when it is over. */
export function createSilence(tell: (silence: Silence | null) => void) {
  let faults = 0;
  let since = 0;
  let told: Silence | null = null;
  const say = (next: Silence | null): void => {
    if (next?.lasts === told?.lasts) return;
    told = next;
    tell(next);
  };
  /** The server has said how it stands. */
  const over = (): void => {
    faults = 0;
    say(null);
  };
  const fault = (why: HubError): void => {
    if (faults === 0) since = Date.now();
    faults += 1;
    const isSenseless = why.code === 'invalid_response';
    const lasts = isSenseless ? faults >= SENSELESS : Date.now() - since >= LASTING;
    if (told?.lasts) return;
    if (lasts || (!isSenseless && faults >= NOTICED)) say({ why, lasts });
  };
  return { over, fault };
}
