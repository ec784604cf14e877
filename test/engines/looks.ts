import { BRAND, DARK, hasColour, LIGHT, wears } from '../surfaces/looks.js';
import { button, connect, fillIn } from '../surfaces/steps.js';
import type { Surface } from '../surfaces/surface.js';
import { keepPicture } from './pictures.js';
import type { EngineStage } from './stage.js';

/** From the picker to the end in both themes, with a picture of each screen. */
export async function looks(surface: Surface, stage: EngineStage, engine: string): Promise<void> {
  const picture = (name: string) => keepPicture(`${engine} ${surface.name} ${name}`, stage.page);
  const bamboo = /^BambooHR(?! \()/;
  const hub = await surface.open(stage, { session: { categories: ['hris', 'crm'] }, theme: 'light' });
  await hub.root.getByRole('option', { name: bamboo }).waitFor();
  await wears(hub, LIGHT);
  await picture('picker');
  await hub.change({ theme: 'dark' });
  await wears(hub, DARK);
  await picture('picker-dark');
  await hub.root.getByRole('option', { name: bamboo }).click();
  await fillIn(hub, stage);
  await picture('form-dark');
  await hub.change({ theme: 'light' });
  await hasColour(button(hub, 'Connect'), BRAND);
  await picture('form');
  await connect(hub);
  await picture('success');
}
