import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { parseBaseUrl } from '../api/address.js';
import { type HubOptions, optionProblems } from '../contract/options.js';
import type { Messages } from '../text/keys.js';
import { createText } from '../text/text.js';
import { TextContext } from '../ui/text.js';
import { useLayout } from '../ui/useLayout.js';
import { ConfigErrorView } from '../views/ConfigErrorView.js';
import { Frame } from '../views/Frame.js';
import { callSafely } from './host.js';
import { Hub } from './Hub.js';
import { useWords } from './useWords.js';

const DEFAULT_BASE_URL = 'https://api.stackone.com';
const DEFAULT_APP_URL = 'https://app.stackone.com';

/**
 * The widget by which your customers connect their own accounts.
 *
 * Give it a connect-session token from your backend, or a function that gets one. It fills the width it is given and
 * is `600px` high unless `height` says otherwise. Import `connect-hub/styles.css` once.
 *
 * Options that are wrong or unknown are named on screen and to `onError` as `config_error`; no request is made.
 *
 * @example
 * import { ConnectHub } from 'connect-hub';
 * import 'connect-hub/styles.css';
 *
 * <ConnectHub
 *   getToken={() => fetch('/api/connect-token').then((response) => response.text())}
 *   onSuccess={({ id, provider }) => console.info(`${provider} is connected as ${id}`)}
 *   onClose={() => setOpen(false)}
 * />
 */
export function ConnectHub(props: HubOptions): ReactNode {
  // What was not given is not there, whatever somebody may have put into the prototype of all objects.
  const options = { __proto__: null, ...props } as HubOptions;
  const { theme, height, locale, messages, accountId } = options;
  const latest = useLatest(options);
  // Another owner's token starts afresh: a new room, nothing of the old one in it.
  const [generation, setGeneration] = useState(0);
  const startAfresh = useCallback(() => setGeneration((count) => count + 1), []);

  const baseUrl = parseBaseUrl(options.baseUrl ?? DEFAULT_BASE_URL);
  const appUrl = parseBaseUrl(options.appUrl ?? DEFAULT_APP_URL);
  const problems = problemsOf(options, baseUrl, appUrl);

  const { spoken, awaited } = useWords(locale);
  const sentences = useSame(messages && problems.length === 0 ? messages : NO_MESSAGES);
  const text = useMemo(() => createText(spoken, sentences), [spoken, sentences]);

  // One report for one set of problems, however often the host renders.
  const problemList = problems.join(' ');
  const reported = useRef('');
  useEffect(() => {
    if (problemList && problemList !== reported.current) reportConfigError(latest());
    reported.current = problemList;
  }, [problemList, latest]);

  const frame = { theme: theme ?? 'system', height: height ?? undefined, awaited } as const;
  return (
    <TextContext.Provider value={text}>
      {baseUrl && appUrl && problems.length === 0 ? (
        <Hub
          key={[generation, baseUrl, appUrl, accountId].join(' ')}
          frame={frame}
          options={latest}
          token={options.token ?? undefined}
          canAsk={Boolean(options.getToken)}
          closable={Boolean(options.onClose)}
          baseUrl={baseUrl}
          appUrl={appUrl}
          accountId={accountId ?? undefined}
          onReplaced={startAfresh}
        />
      ) : (
        <Frame theme={frame.theme} height="auto">
          <ConfigErrorView problems={problems} />
        </Frame>
      )}
    </TextContext.Provider>
  );
}

function problemsOf(options: HubOptions, baseUrl?: string, appUrl?: string): readonly string[] {
  const address = 'must be an https address (http only on this machine), without query or fragment';
  return [
    ...optionProblems(options),
    ...(baseUrl ? [] : [`Option "baseUrl" ${address}.`]),
    ...(appUrl ? [] : [`Option "appUrl" ${address}.`]),
  ];
}

function reportConfigError({ onError }: HubOptions): void {
  if (typeof onError !== 'function') return;
  callSafely(() => onError({ code: 'config_error', recoverable: false }));
}

/** The newest options without a new function: a host may pass fresh callbacks with every render. */
function useLatest(options: HubOptions): () => HubOptions {
  const ref = useRef(options);
  useLayout(() => {
    ref.current = options;
  });
  return useCallback(() => ref.current, []);
}

const NO_MESSAGES: Messages = {};

/** The same object for as long as it says the same: a host may write its sentences into its markup. */
function useSame(messages: Messages): Messages {
  const [kept, setKept] = useState(messages);
  const isSame = JSON.stringify(kept) === JSON.stringify(messages);
  if (!isSame) setKept(messages);
  return isSame ? kept : messages;
}
