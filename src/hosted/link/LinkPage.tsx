import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createText } from '../../text/text.js';
import { TextContext, useText } from '../../ui/text.js';
import { Frame } from '../../views/Frame.js';
import { MessageView } from '../../views/MessageView.js';
import type { HostedConfig } from '../config.js';
import { LinkHub } from './LinkHub.js';
import { type LinkToken, takeLinkToken } from './linkToken.js';
import { LinkTextContext, type LinkWords, useLinkText } from './linkWords.js';
import { returnAddress } from './returnAddress.js';

interface LinkPageProps {
  readonly config: HostedConfig;
  readonly words: LinkWords;
  /** What the page was opened with. */
  readonly first: LinkToken | undefined;
}

/** The page behind a sign-in link. */
export function LinkPage({ config, words, first }: LinkPageProps): ReactNode {
  const [link, setLink] = useState(first);
  // Another link that is opened in this tab does not load the page again.
  useEffect(() => {
    const listen = () => setLink((before) => takeLinkToken() ?? before);
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, []);
  const { name } = config;
  const text = useMemo(() => createText(words.spoken), [words]);
  useEffect(() => {
    document.title = [text('title.create'), name].filter(Boolean).join(' · ');
    document.documentElement.lang = text.language;
  }, [text, name]);
  return (
    <TextContext.Provider value={text}>
      <LinkTextContext.Provider value={words.text}>
        <main className="hosted-link">
          {name && (
            <p className="hosted-product" dir="auto">
              {name}
            </p>
          )}
          {link ? <LinkHub config={config} link={link} /> : <MissingLink {...config} />}
        </main>
      </LinkTextContext.Provider>
    </TextContext.Provider>
  );
}

/** Without its token the page can do nothing: it was opened without one, or loaded again. */
function MissingLink({ name, returnUrl }: HostedConfig): ReactNode {
  const text = useText();
  const linkText = useLinkText();
  const label = name ? linkText('back', { product: name }) : text('action.back');
  return (
    <div className="hosted-message">
      <Frame theme="system" height="auto">
        <MessageView
          icon="info"
          tone="neutral"
          title={linkText('missingTitle')}
          text={linkText('missingText')}
          secondary={
            returnUrl
              ? { label, onPress: () => location.replace(returnAddress(returnUrl, 'error')) }
              : undefined
          }
        />
      </Frame>
    </div>
  );
}
