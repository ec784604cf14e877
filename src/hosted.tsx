/** The hosted page: the hub in a frame on a host's page, or behind a sign-in link. See hosted/index.html. */
import { firstLinkToken, isFramed } from './hosted/link/linkToken.js';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { sayProblem } from './frame/pageSide.js';
import { loadConfig } from './hosted/config.js';
import { createFrameHost } from './hosted/framed/frameHost.js';
import { FramedPage } from './hosted/framed/FramedPage.js';
import { LinkPage } from './hosted/link/LinkPage.js';
import { loadLinkWords } from './hosted/link/linkWords.js';
import { ProblemPage } from './hosted/ProblemPage.js';
import { UnreachablePage } from './hosted/UnreachablePage.js';
import './styles/index.css';
import './hosted/hosted.css';

const root = createRoot(document.querySelector('#root') as HTMLElement);
document.documentElement.dataset['door'] = isFramed() ? 'frame' : 'link';

async function pageToShow(): Promise<ReactNode> {
  const loaded = await loadConfig();
  if (loaded.name !== 'config' && isFramed()) sayProblem(window.parent);
  switch (loaded.name) {
    case 'problems':
      return <ProblemPage problems={loaded.problems} />;
    case 'unreachable':
      return <UnreachablePage spoken={(await loadLinkWords()).spoken} onRetry={show} />;
    case 'config': {
      const { config } = loaded;
      if (isFramed()) return <FramedPage config={config} host={createFrameHost(window.parent, config)} />;
      return <LinkPage config={config} words={await loadLinkWords()} first={firstLinkToken} />;
    }
  }
}

function show(): void {
  void pageToShow().then((page) => root.render(page));
}
show();
