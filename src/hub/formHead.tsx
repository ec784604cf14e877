import type { Connector } from '../api/model.js';
import type { Target } from '../flow/state.js';
import type { Text } from '../text/text.js';
import { Logo } from '../ui/Logo.js';

/** What stands above a form: whose it is, as soon as that is known. */
export const headOf = (text: Text, { mode }: Target, of: Pick<Connector, 'name' | 'logoUrl'> | undefined) =>
  of
    ? {
        title: text(mode === 'edit' ? 'title.edit' : 'title.connect', { name: of.name }),
        logo: <Logo name={of.name} url={of.logoUrl} />,
      }
    : { title: text('title.create') };
