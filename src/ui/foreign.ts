import { createContext, useContext } from 'react';

/** The BCP 47 tag of the language that the provider's texts are in; `undefined` where nobody knows. */
export const ForeignLanguage = createContext<string | undefined>(undefined);

/** What the provider's texts carry: they take their direction from their first letter. */
export const useForeign = () => ({ dir: 'auto', lang: useContext(ForeignLanguage) }) as const;
