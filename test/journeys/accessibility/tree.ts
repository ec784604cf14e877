import { cdp } from 'vitest/browser';
import { type AxNode, readTree } from '../../support/axTree.js';

interface Frames {
  readonly frame: { readonly id: string; readonly name?: string; readonly url: string };
  readonly childFrames?: readonly Frames[];
}

/** What is in the hub's region, or in what lies over it. */
export async function treeOf(label: string): Promise<string> {
  const { frameTree } = (await cdp().send('Page.getFrameTree')) as { frameTree: Frames };
  const frameId = framesOf(frameTree).find(({ url }) => url === location.href)?.id;
  if (!frameId) throw new Error('This page is in no frame of the browser.');
  const { nodes } = (await cdp().send('Accessibility.getFullAXTree', { frameId })) as { nodes: AxNode[] };
  // Behind a question that is asked there is nothing.
  const root =
    nodes.find(({ role }) => role?.value === 'alertdialog') ??
    nodes.find(({ role, name }) => role?.value === 'region' && name?.value === label);
  if (!root) throw new Error(`There is no region "${label}".`);
  return readTree(nodes, root);
}

const framesOf = ({ frame, childFrames = [] }: Frames): readonly Frames['frame'][] => [
  frame,
  ...childFrames.flatMap(framesOf),
];
