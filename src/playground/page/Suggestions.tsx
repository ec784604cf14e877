import type { ReactNode } from 'react';
import type { LinkedAccount } from '../backend.js';
import type { HubTarget } from '../session.js';
import { Button } from '../ui/Button.js';
import { ProviderLogo } from './ProviderLogo.js';

interface SuggestionsProps {
  readonly list: readonly LinkedAccount[];
  readonly starting: HubTarget | undefined;
  readonly onOpen: (target: HubTarget) => void;
}

const SUGGESTED = [
  { provider: 'bamboohr', category: 'hris', name: 'BambooHR', what: 'People and time off' },
  { provider: 'greenhouse', category: 'ats', name: 'Greenhouse', what: 'Jobs and candidates' },
  { provider: 'pipedrive', category: 'crm', name: 'Pipedrive', what: 'Deals and pipeline' },
  { provider: 'zendesk', category: 'ticketing', name: 'Zendesk', what: 'Support workload' },
  { provider: 'personio', category: 'hris', name: 'Personio', what: 'People and salaries' },
  { provider: 'ashby', category: 'ats', name: 'Ashby', what: 'Hiring plans' },
] as const;

const SHOWN = 4;

/** A session of its own for each: the hub opens at that one provider's form. */
export function Suggestions({ list, starting, onOpen }: SuggestionsProps): ReactNode {
  const missing = SUGGESTED.filter(({ provider }) => !list.some((account) => account.provider === provider));
  if (missing.length === 0) return null;
  return (
    <section className="pg-section" aria-labelledby="pg-suggested">
      <div className="pg-section-head">
        <h2 id="pg-suggested" className="pg-section-title">
          Often connected first
        </h2>
      </div>
      <ul className="pg-suggestions">
        {missing.slice(0, SHOWN).map(({ provider, category, name, what }) => (
          <li key={provider} className="pg-suggestion">
            <ProviderLogo provider={provider} name={name} />
            <div className="pg-account-main">
              <p className="pg-account-name">{name}</p>
              <p className="pg-account-meta">{what}</p>
            </div>
            <Button
              size="small"
              aria-label={`Add ${name}`}
              busy={starting?.kind === 'suggestion' && starting.provider === provider}
              onClick={() => onOpen({ kind: 'suggestion', provider, category })}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
