import type { ReactNode } from 'react';
import type { SessionProblems } from '../session.js';
import { sessionFrom } from '../session.js';
import { DEFAULT_SESSION, type SessionForm as Session } from '../settings.js';
import { Button } from '../ui/Button.js';
import { Chips, SelectField, SwitchField, TextField } from './fields.js';

interface SessionFormProps {
  readonly session: Session;
  /** What the server had against the last one. */
  readonly problems: SessionProblems;
  readonly onChange: (change: Partial<Session>) => void;
}

const CATEGORIES = [
  'ats',
  'hris',
  'hris-legacy',
  'crm',
  'iam',
  'marketing',
  'lms',
  'stackone',
  'documents',
  'ticketing',
  'screening',
  'messaging',
  'accounting',
  'scheduling',
];

const TYPES = [
  { value: '', label: 'Not set (production)' },
  { value: 'production', label: 'production' },
  { value: 'test', label: 'test' },
] as const;

/** Every field of ConnectSessionCreate, under the wire's names. */
export function SessionForm({ session, problems: refused, onChange }: SessionFormProps): ReactNode {
  const problems = { ...refused, ...sessionFrom(session).problems };
  const field = <Name extends keyof Session>(name: Name) => ({
    name,
    value: session[name],
    problem: problems[name],
    onChange: (value: Session[Name]) => onChange({ [name]: value }),
  });
  return (
    <div className="pg-form">
      <div className="pg-form-head">
        <p className="pg-hint">
          Sent to <code className="pg-code-word">POST /connect_sessions</code>
        </p>
        <Button size="small" kind="quiet" onClick={() => onChange(DEFAULT_SESSION)}>
          Reset
        </Button>
      </div>
      {problems.general && (
        <p className="pg-hint" data-problem>
          {problems.general}
        </p>
      )}
      <Group title="Who connects">
        <TextField {...field('origin_owner_id')} required />
        <TextField {...field('origin_owner_name')} required />
        <TextField {...field('origin_username')} />
      </Group>
      <Group title="Where the hub opens">
        <Chips
          name="categories"
          choices={CATEGORIES}
          chosen={session.categories}
          problem={problems.categories}
          onChange={(categories) => onChange({ categories })}
        />
        <TextField {...field('provider')} placeholder="bamboohr" />
        <TextField {...field('provider_version')} placeholder="Any" />
        <TextField {...field('integration_id')} placeholder="UUID of one integration" />
        <TextField {...field('account_id')} placeholder="Opens this account for editing" />
      </Group>
      <Group title="What the account gets">
        <TextField {...field('label')} placeholder="Head office" />
        <SelectField {...field('type')} options={TYPES} />
        <TextField {...field('metadata')} isJson placeholder={'{ "plan": "pro" }'} />
        <SwitchField {...field('multiple')} hint="Several accounts for one owner and provider" />
      </Group>
      <Group title="How long the token lives">
        <TextField {...field('expires_in')} inputMode="numeric" placeholder="1800" hint="Seconds" />
      </Group>
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="pg-group" aria-label={title}>
      <h3 className="pg-group-title">{title}</h3>
      {children}
    </section>
  );
}
