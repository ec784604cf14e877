import { useEffect, useState } from 'react';
import { rememberedSettings, rememberSettings, type Settings } from './settings.js';

/** The settings, as the last visit left them, and how to change some of them. */
export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(rememberedSettings);
  useEffect(() => rememberSettings(settings), [settings]);
  return [settings, (change) => setSettings((before) => ({ ...before, ...change }))];
}
