/** The accessibility tree as Chromium gives it to screen readers, a line for everything that they say. */

interface Value {
  readonly value?: string | number | boolean;
}

export interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

const STATES = new Set([
  'checked',
  'pressed',
  'expanded',
  'selected',
  'required',
  'invalid',
  'readonly',
  'disabled',
  'modal',
]);
/** What says nothing but what its children do. */
const SILENT = /^(?:none|generic|InlineTextBox|ListMarker|LineBreak|RootWebArea|MenuListPopup)$/;

/** What is in one of the nodes, indented as it nests. */
export function readTree(nodes: readonly AxNode[], root: AxNode): string {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (node: AxNode, depth: number, above: string) => {
    const role = String(node.role?.value ?? '');
    const name = String(node.name?.value ?? '');
    // A text that only repeats the name of what it stands in is not said twice.
    const isSaid = !node.ignored && !SILENT.test(role) && !(role === 'StaticText' && above.includes(name));
    if (isSaid) lines.push(`${'  '.repeat(depth)}${line(node, role, name)}`);
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, isSaid ? depth + 1 : depth, isSaid && role !== 'StaticText' ? name : above);
    }
  };
  walk(root, 0, '');
  // What the server makes up anew each time.
  return `${lines.join('\n')}\n`.replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, '(a reference)');
}

function line({ description, value, properties = [] }: AxNode, role: string, name: string): string {
  if (role === 'StaticText') return `text: ${name}`;
  const states = properties
    .filter((state) => STATES.has(state.name) && !/^false$/.test(String(state.value.value)))
    .map((state) =>
      state.value.value === true || state.value.value === 'true'
        ? state.name
        : `${state.name}=${String(state.value.value)}`,
    );
  return [
    role,
    name && JSON.stringify(name),
    states.length > 0 && `[${states.join(' ')}]`,
    value?.value !== undefined && value.value !== '' && `= ${JSON.stringify(value.value)}`,
    description?.value && `— ${String(description.value)}`,
  ]
    .filter(Boolean)
    .join(' ');
}
