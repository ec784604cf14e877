import { type ReactNode, useEffect, useRef } from 'react';
import { type HubHandle, mountHub, type MountOptions, openHub } from '../../loader.js';

interface FramedHubProps {
  readonly hostedUrl: string;
  /** In a dialog of the loader's own, in place of here. */
  readonly isModal: boolean;
  readonly options: Omit<MountOptions, 'hostedUrl'>;
}

/** The hub in a frame of another origin, by the loader. */
export function FramedHub({ hostedUrl, isModal, options }: FramedHubProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const handle = useRef<HubHandle<MountOptions>>(null);
  const latest = useRef(options);

  useEffect(() => {
    latest.current = options;
    handle.current?.update(options);
  });

  useEffect(() => {
    const { height: _, ...dialogOptions } = latest.current;
    const hub = isModal
      ? openHub({ hostedUrl, ...dialogOptions })
      : mountHub(place.current, { hostedUrl, ...latest.current });
    handle.current = hub;
    return () => {
      handle.current = null;
      hub.destroy();
    };
  }, [hostedUrl, isModal]);

  return isModal ? null : <div ref={place} className="pg-door" />;
}
