import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Event, State } from '../flow/state.js';
import { LOADING } from '../flow/transition.js';
import type { Room } from './room.js';

/** What the screens share: the room, and what they may do in it. */
export interface RoomValue {
  readonly room: Room;
  readonly dispatch: (event: Event) => void;
  /** Asks to close; `undefined` where the host does not listen, and a button would lead nowhere. */
  readonly onClose: (() => void) | undefined;
  /** Asks before something typed is lost, if there is anything. */
  readonly askToKeep: () => boolean;
}

export const RoomContext = createContext<RoomValue | null>(null);

export function useRoom(): RoomValue {
  const value = useContext(RoomContext);
  if (!value) throw new Error('A screen stands outside of its room.');
  return value;
}

export const useFlow = ({ flow }: Room): State =>
  useSyncExternalStore(flow.subscribe, flow.get, () => LOADING);
