import { type HubOptions, optionProblems } from '../../contract/options.js';
import type { Chosen } from '../../frame/protocol.js';
import type { HostFunctions } from './frameHost.js';

const ELSEWHERE = new Map([
  ['baseUrl', 'stands in the hub.json of the hosted page'],
  ['appUrl', 'stands in the hub.json of the hosted page'],
  ['fetch', 'is for hubs without a frame: the hosted page makes its requests itself'],
]);
const MODAL = new Map([...ELSEWHERE, ['height', 'is for mountHub: a dialog has its own']]);

const nothing = (): void => undefined;

/** What is wrong with the options that a host gave its loader. */
export function chosenProblems({ layout, values, functions }: Chosen): readonly string[] {
  const { hostedUrl: _, ...given } = {
    ...values,
    ...Object.fromEntries(functions.map((name) => [name, nothing])),
  };
  const elsewhere = layout === 'modal' ? MODAL : ELSEWHERE;
  const names = Object.keys(given).filter((name) => elsewhere.has(name) && given[name] !== null);
  const others = Object.entries(given).filter(([name]) => !names.includes(name));
  return [
    ...names.map((name) => `Option "${name}" ${elsewhere.get(name)}.`),
    ...optionProblems(Object.fromEntries(others)),
  ];
}

/** What of the host's options the hub here gets: none that could send credentials elsewhere. */
export function hubOptions({ values, functions }: Chosen, host: HostFunctions): HubOptions {
  const { token, accountId, theme, locale, messages } = values as Partial<HubOptions>;
  const { getToken, ...callbacks } = host;
  return {
    ...callbacks,
    token,
    accountId: accountId ?? undefined,
    theme: theme ?? undefined,
    locale: locale ?? undefined,
    messages: messages ?? undefined,
    getToken: functions.includes('getToken') ? getToken : undefined,
  };
}

/** Whether the hub offers to close: a dialog has to, and elsewhere a host that listens. */
export const isClosable = ({ layout, functions }: Chosen): boolean =>
  layout === 'modal' || functions.includes('onClose');
