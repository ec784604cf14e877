import { createContext, useContext } from 'react';
import { createText, type Text } from '../text/text.js';

/** The words of this hub: its language, with the host's own sentences in place. */
export const TextContext = createContext<Text>(createText());

export const useText = (): Text => useContext(TextContext);
