import {
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import type { Chosen } from '../../frame/protocol.js';
import { ConnectHub } from '../../hub/ConnectHub.js';
import { SurroundingsContext } from '../../hub/surroundings.js';
import { useWords } from '../../hub/useWords.js';
import { createText } from '../../text/text.js';
import { chosenProblems, hubOptions, isClosable } from './chosen.js';
import type { HostedConfig } from '../config.js';
import type { FrameHost } from './frameHost.js';
import { ProblemPage } from '../ProblemPage.js';
import { watchHeight } from './watchHeight.js';

interface FramedPageProps {
  readonly config: HostedConfig;
  readonly host: FrameHost;
}

/** The page in a frame: the hub, with the options of the page around this one. */
export function FramedPage({ config, host }: FramedPageProps): ReactNode {
  const state = useSyncExternalStore(host.subscribe, host.get);
  switch (state.name) {
    case 'waiting':
      // The loader shows that something is coming.
      return null;
    case 'refused':
      return <ProblemPage problems={[state.problem]} />;
    case 'connected':
      return <ConnectedPage config={config} host={host} chosen={state.chosen} />;
  }
}

function ConnectedPage({ config, host, chosen }: FramedPageProps & { readonly chosen: Chosen }): ReactNode {
  const { layout } = chosen;
  const problems = chosenProblems(chosen);
  const list = problems.join(' ');
  const box = useRef<HTMLDivElement>(null);
  useLooks(chosen);
  useEscape(layout === 'modal', host);
  useHeight(layout === 'flowing', box, host);
  useEffect(() => {
    if (list) host.functions.onError({ code: 'config_error', recoverable: false });
  }, [list, host]);

  const options = problems.length === 0 ? hubOptions(chosen, host.functions) : {};
  const { spoken } = useWords(options.locale);
  const title = createText(spoken, options.messages)('title.create');
  useEffect(() => host.shown(title), [title, host]);

  const closable = isClosable(chosen);
  const surroundings = useMemo(() => ({ ...host.surroundings, closable }), [host, closable]);
  return (
    <div ref={box} className="hosted-frame">
      {problems.length > 0 ? (
        <ProblemPage problems={problems} onClose={layout === 'modal' ? host.ask : undefined} />
      ) : (
        <SurroundingsContext.Provider value={surroundings}>
          <ConnectHub
            {...options}
            baseUrl={config.baseUrl}
            appUrl={config.appUrl}
            height={layout === 'flowing' ? 'auto' : '100%'}
          />
        </SurroundingsContext.Provider>
      )}
    </div>
  );
}

/** A frame is see-through where its page has the colours of the page around it, and only there. */
function useLooks({ layout, values }: Chosen): void {
  const { theme } = values;
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement;
    style.colorScheme = theme === 'light' || theme === 'dark' ? theme : 'light dark';
    dataset['layout'] = layout;
  }, [theme, layout]);
}

/** Escape in here is not heard around the frame. */
function useEscape(isModal: boolean, host: FrameHost): void {
  useEffect(() => {
    if (!isModal) return undefined;
    const listen = (event: KeyboardEvent) => {
      // A dialog of the hub's own has it first.
      const isTaken = event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]');
      if (event.key !== 'Escape' || isTaken) return;
      event.preventDefault();
      host.ask();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isModal, host]);
}

/** The frame is as high as the hub. */
function useHeight(isFlowing: boolean, box: RefObject<HTMLElement | null>, host: FrameHost): void {
  useEffect(() => {
    if (!isFlowing || !box.current) return undefined;
    return watchHeight(box.current, host.resized);
  }, [isFlowing, box, host]);
}
