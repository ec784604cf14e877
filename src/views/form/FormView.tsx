import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { safeUrl } from '../../api/address.js';
import type { ConnectorConfig, Field, Notice as NoticeData } from '../../api/model.js';
import { visibleNotices } from '../../form/index.js';
import { Button } from '../../ui/Button.js';
import { Icon } from '../../ui/Icon.js';
import { Notice } from '../../ui/Notice.js';
import { isTouched } from '../../ui/touch.js';
import { ExternalLink, Prose } from '../../ui/Prose.js';
import { showNotice } from '../../ui/showNotice.js';
import { useText } from '../../ui/text.js';
import { AccountChoice, type AccountChoiceProps } from './AccountChoice.js';
import { CredentialField, problemWords } from './CredentialField.js';
import { FailureNotice } from './FailureNotice.js';
import { type CredentialFormOptions, useCredentialForm } from './useCredentialForm.js';

export interface FormViewProps extends Omit<CredentialFormOptions, 'onInvalid'> {
  /** The connector's name. */
  readonly name: string;
  readonly busy: boolean;
  /** The server tells a repeated submission from a new one. */
  readonly canRetrySafely: boolean;
  /** The user came here from another screen. */
  readonly takesFocus: boolean;
  /** Makes another account of a connector that is connected already. */
  readonly onAddInstead: (() => void) | undefined;
  /** One account is connected already, and the server may allow no more than one. */
  readonly mayReplace: boolean;
  /** The accounts of this connector, where there are several to edit. */
  readonly accountChoice: AccountChoiceProps | undefined;
}

export function FormView(props: FormViewProps): ReactNode {
  const { name, mode, config, account, busy, failure, takesFocus, onAddInstead } = props;
  const text = useText();
  const root = useRef<HTMLFormElement>(null);
  const alert = useRef<HTMLDivElement>(null);
  // What is wrong with a field that was just left stands behind the user: it is said.
  const [left, setLeft] = useState<Field>();
  const credentials = useCredentialForm({
    ...props,
    onInvalid: ([first]) => {
      focusField(root.current, first);
      setLeft(undefined);
    },
  });
  const { form, shown, replaced, missing, serverMessage } = credentials;

  const [lacking] = useState(() => shown.find(({ id }) => missing.has(id))?.id);
  useEffect(() => {
    if (!takesFocus || isTouched(root.current)) return;
    if (lacking) focusField(root.current, lacking);
    else root.current?.querySelector<HTMLElement>(':is(input, select, textarea):not([readonly])')?.focus();
  }, [takesFocus, lacking]);

  // An answer of the server belongs to the fields it names, the first of which gets the focus; without one, to the form.
  const toldField = failure
    ? shown.find((field) => !field.hidden && failure.fields.has(field.key))
    : undefined;
  const toldId = toldField?.id;
  useEffect(() => {
    if (!failure) return;
    if (toldId) focusField(root.current, toldId);
    else showNotice(alert.current);
  }, [failure, toldId]);

  // The button that was pressed is gone with what it stood beside: the focus goes to what came in its place.
  const [swapped, setSwapped] = useState<{ readonly id: string }>();
  useEffect(() => {
    if (swapped) focusField(root.current, swapped.id);
  }, [swapped]);

  const leftProblem = left && form.formState.errors[left.id]?.message;

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) credentials.submit();
  };
  const visible = shown.filter(({ hidden }) => !hidden);
  const notices = visibleNotices(config.notices, config.fields, shown);
  const busyWords = busy && text(mode === 'edit' ? 'busy.saving' : 'busy.connecting');

  return (
    <form
      ref={root}
      className="hub-form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.stopPropagation();
        submit(event);
      }}
    >
      <div className="hub-body" part="body">
        {failure && (
          <FailureNotice
            boxRef={alert}
            urgent={!toldField}
            name={name}
            failure={failure}
            retrySafe={props.canRetrySafely}
          />
        )}
        {props.accountChoice && <AccountChoice {...props.accountChoice} />}
        {props.mayReplace && <Notice tone="warning">{text('form.mayReplace', { name })}</Notice>}
        {!failure && <AccountTrouble account={account} />}
        {account?.display_name && (
          <p className="hub-hint">{text('form.connectedAs', { account: account.display_name })}</p>
        )}
        <Guide guide={config.guide} />
        <Notices notices={notices.top} />
        {visible.map((field) => (
          <div key={field.id} data-field={field.id} className="hub-field-slot">
            <Notices notices={notices.before.get(field.id) ?? []} />
            <CredentialField
              field={field}
              form={form}
              account={account}
              busy={busy}
              replacing={replaced.has(field.id)}
              missing={missing.has(field.id)}
              serverMessage={serverMessage(field)}
              onReplace={(wanted) => {
                setSwapped({ id: field.id });
                credentials.replace(field, wanted);
              }}
              onChanged={() => {
                setLeft(undefined);
                credentials.onChanged(field);
              }}
              onLeft={() => {
                setLeft(field);
                credentials.onLeft(field);
              }}
            />
          </div>
        ))}
        <Notices notices={notices.bottom} />
        {visible.length === 0 && <NothingToFill name={name} signIn={config.signIn} />}
        {visible.length > 0 && config.signIn === 'window' && (
          <p className="hub-hint">{text('form.opensWindow', { name })}</p>
        )}
      </div>
      <footer className="hub-footer" part="footer">
        {onAddInstead && (
          <Button kind="quiet" onClick={onAddInstead}>
            {text('action.addInstead', { name })}
          </Button>
        )}
        {/* Enter clicks it, too. In a frame that may not send forms the click is all that comes. */}
        <Button kind="primary" type="submit" busy={busy} onClick={submit}>
          {busyWords || text(submitWords(props), { name })}
        </Button>
        <p className="hub-visually-hidden" role="status">
          {busyWords || (leftProblem && `${left.label} ${problemWords(text, left, leftProblem)}`)}
        </p>
      </footer>
    </form>
  );
}

/** The field's own control comes before any button beside it. */
function focusField(form: HTMLElement | null, id: string | undefined): void {
  const slot = form?.querySelector<HTMLElement>(`[data-field="${id}"]`);
  const control = slot?.querySelector<HTMLElement>(':is(input, select, textarea), .hub-input-row > button');
  // Where it has the focus already, nobody would hear what is said of it now.
  control?.blur();
  control?.focus();
  // What is wrong stands below the input: the focus alone would leave it out of view.
  slot?.scrollIntoView?.({ block: 'nearest' });
}

function submitWords({ failure, config, mode }: FormViewProps) {
  if (failure && (failure.retryable || failure.outcomeUnknown)) return 'action.tryAgain';
  if (config.signIn === 'window') return 'action.continue';
  return mode === 'edit' ? 'action.save' : 'action.connect';
}

const MAX_REASONS = 5;

/** Why an account that was connected once has to be looked at again (extension `account_names`). */
function AccountTrouble({ account }: Pick<FormViewProps, 'account'>): ReactNode {
  const text = useText();
  if (!account || (account.status ?? 'active') === 'active') return null;
  const reasons = account.status_reasons ?? [];
  return (
    <Notice tone="warning">
      <p>{text('form.attention')}</p>
      {reasons.slice(0, MAX_REASONS).map((reason, index) => (
        <p key={index} className="hub-hint" dir="auto">
          {reason}
        </p>
      ))}
      {reasons.length > MAX_REASONS && <p className="hub-hint">…</p>}
    </Notice>
  );
}

interface NothingToFillProps {
  readonly name: string;
  readonly signIn: ConnectorConfig['signIn'];
}

function NothingToFill({ name, signIn }: NothingToFillProps): ReactNode {
  const text = useText();
  const window = signIn === 'window';
  return (
    <div className="hub-message" part="message">
      <span className="hub-medallion">
        <Icon name={window ? 'external' : 'check'} />
      </span>
      <h3 className="hub-message-title">
        {text(window ? 'form.signInTitle' : 'form.nothingTitle', { name })}
      </h3>
      <p className="hub-message-text">{text(window ? 'form.signInText' : 'form.nothingText', { name })}</p>
    </div>
  );
}

function Guide({ guide }: { readonly guide: ConnectorConfig['guide'] | undefined }): ReactNode {
  const text = useText();
  const link = safeUrl(guide?.link);
  if (!link && !guide?.description) return null;
  return (
    <div className="hub-guide">
      {guide?.description && <Prose>{guide.description}</Prose>}
      {link && (
        <ExternalLink
          href={link}
          label={
            <>
              {text('form.guideLink')}
              <Icon name="external" />
            </>
          }
        />
      )}
    </div>
  );
}

const Notices = ({ notices }: { readonly notices: readonly NoticeData[] }): ReactNode =>
  notices.map(({ id, tone, description }) => (
    <Notice key={id} tone={tone}>
      <Prose>{description}</Prose>
    </Notice>
  ));
