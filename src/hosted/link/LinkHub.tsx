import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { HubClosing, HubEvent, ReadySession, ScreenName } from '../../contract/events.js';
import { ConnectHub } from '../../hub/ConnectHub.js';
import { type Surroundings, SurroundingsContext } from '../../hub/surroundings.js';
import type { Messages } from '../../text/keys.js';
import type { LinkText } from '../../text/link/linkText.js';
import type { HostedConfig } from '../config.js';
import { keepLinkToken, type LinkToken } from './linkToken.js';
import { useLinkText } from './linkWords.js';
import { Question } from './Question.js';
import { returnAddress } from './returnAddress.js';

interface LinkHubProps {
  readonly config: HostedConfig;
  readonly link: LinkToken;
}

/** The hub behind a link. Nothing can be typed before the user has agreed to connect an account for that owner. */
export function LinkHub({ config, link }: LinkHubProps): ReactNode {
  const { baseUrl, appUrl, name, returnUrl } = config;
  const linkText = useLinkText();
  const [agreed, setAgreed] = useState(link.cameBack);
  const [screen, setScreen] = useState<ScreenName>('loading');
  /** `undefined` until the hub is ready. */
  const [session, setSession] = useState<ReadySession | null>();
  const failed = useRef(false);
  const layer = useRef<HTMLDivElement>(null);
  const surroundings = useSurroundings(link);
  const messages = useMemo(() => hubMessages(linkText), [linkText]);
  const isHubShown = agreed || screen === 'loading' || screen === 'unavailable';

  // The button that was pressed is gone: the focus goes to what came in its place.
  const { cameBack } = link;
  useEffect(() => {
    if (agreed && !cameBack) layer.current?.querySelector<HTMLElement>('h2')?.focus();
  }, [agreed, cameBack]);

  const hear = (event: HubEvent): void => {
    if (event.type === 'ready') setSession(event.session);
    if (event.type !== 'screen') return;
    setScreen(event.screen);
    if (event.screen !== 'closed') failed.current = event.screen === 'unavailable';
  };
  const end = ({ reason, accounts }: HubClosing): void => {
    if (reason === 'session_replaced') {
      // The link that was opened in this tab is for somebody else.
      setAgreed(false);
      return setSession(undefined);
    }
    // The page goes with its hub, or draws it anew: neither is the user's end.
    if (reason === 'unmounted') return;
    const status = accounts.length > 0 ? 'success' : failed.current ? 'error' : 'cancelled';
    if (returnUrl) location.replace(returnAddress(returnUrl, status, accounts));
  };

  return (
    <div className="hosted-stack">
      <div ref={layer} className="hosted-layer" inert={!isHubShown}>
        <SurroundingsContext.Provider value={surroundings}>
          <ConnectHub
            token={link.token}
            baseUrl={baseUrl}
            appUrl={appUrl}
            messages={messages}
            height="100%"
            onEvent={hear}
            onClose={end}
          />
        </SurroundingsContext.Provider>
      </div>
      {!isHubShown && session !== undefined && (
        <div className="hosted-layer">
          <Question
            session={session}
            product={name}
            onAgree={() => setAgreed(true)}
            onDecline={returnUrl ? () => end({ reason: 'cancelled', accounts: [] }) : undefined}
          />
        </div>
      )}
    </div>
  );
}

/** The tab can leave for a sign-in: the token waits for it to come back. */
function useSurroundings({ token }: LinkToken): Surroundings {
  const latest = useRef(token);
  useEffect(() => {
    latest.current = token;
  }, [token]);
  return useMemo(
    () => ({
      leaveFor(url) {
        keepLinkToken(latest.current);
        location.assign(url);
      },
    }),
    [],
  );
}

/** There is nothing to close and open again: there is the link. */
const hubMessages = (linkText: LinkText): Messages => ({
  'unavailable.expired.title': linkText('expiredTitle'),
  'unavailable.expired.text': linkText('expiredText'),
  'unavailable.expired.kept': linkText('expiredKept'),
  'unavailable.rejected.title': linkText('rejectedTitle'),
  'unavailable.rejected.text': linkText('rejectedText'),
  'closed.text': linkText('over'),
});
