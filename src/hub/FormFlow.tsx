import { type ReactNode, useDeferredValue, useEffect } from 'react';
import type { Filling } from '../flow/state.js';
import { draftOf } from '../form/index.js';
import { ForeignLanguage } from '../ui/foreign.js';
import { useText } from '../ui/text.js';
import { ConfirmCloseView } from '../views/ConfirmCloseView.js';
import { LoadingView } from '../views/LoadingView.js';
import { canRetry, UnavailableView } from '../views/UnavailableView.js';
import { FormView } from '../views/form/FormView.js';
import type { authorize } from './authorize.js';
import { AuthorizingScreen } from './AuthorizingScreen.js';
import { authorizeChunk, type ChunkState } from './chunks.js';
import { ChunkPart } from './ChunkGate.js';
import { headOf } from './formHead.js';
import { useRoom } from './RoomContext.js';
import { RoomScreen } from './RoomScreen.js';
import { targetKey } from './room.js';
import { submit } from './submit.js';
import { SuccessScreen } from './SuccessScreen.js';
import { useOnline } from './useOnline.js';
import { type FormSubject, useFormSubject } from './useFormSubject.js';

/** The sentences of these screens, which come along with them. */
export { enLater as sentences } from '../text/en.later.js';

/** The screens from a chosen connector to a connected account. */
export function FormFlow({ state }: { readonly state: ChunkState }): ReactNode {
  if (state.name === 'succeeded') return <SuccessScreen state={state} />;
  if (state.name === 'authorizing') return <AuthorizingScreen state={state} />;
  const form = state.name === 'filling' ? state : state.from;
  return <FormScreen key={targetKey(form.target)} form={form} now={state.name} />;
}

/** The list says it before the connector's details do. */
const whoseForm = (subject: Exclude<FormSubject, { name: 'failed' }>) =>
  subject.name === 'loading'
    ? subject.connector
    : { ...subject.connector, logoUrl: subject.connector.logoUrl ?? subject.config.iconUrl };

interface FormScreenProps {
  readonly form: Filling;
  readonly now: Exclude<ChunkState['name'], 'succeeded' | 'authorizing'>;
}

function FormScreen({ form, now }: FormScreenProps): ReactNode {
  const { room, dispatch, onClose } = useRoom();
  const text = useText();
  // Drawn a little at a time, as it is the most that there is to draw.
  const subject = useDeferredValue(useFormSubject(form.target));
  const goBack = form.back && now === 'filling' ? () => dispatch({ type: 'wentBack' }) : undefined;

  // The flow knows only that there is a form: that it lacks something is told here.
  const failure = subject.name === 'failed' ? subject.failure : undefined;
  const hasWayOn = goBack !== undefined || (subject.name === 'failed' && canRetry(subject));
  useEffect(() => {
    if (failure) room.host.error(failure, hasWayOn);
  }, [room, failure, hasWayOn]);

  const waitsForNetwork = subject.name === 'failed' && subject.reason === 'unreachable';
  useOnline(waitsForNetwork, () => subject.name === 'failed' && subject.retry());

  if (subject.name === 'failed') {
    return (
      <RoomScreen title={text('title.create')} onBack={goBack}>
        <UnavailableView
          reason={subject.reason}
          failure={subject.failure}
          kept={false}
          onRetry={subject.retry}
          onClose={goBack ? undefined : onClose}
        />
      </RoomScreen>
    );
  }
  // One screen from the skeleton to the form: whoever is about to press Back presses what stays there.
  return (
    <RoomScreen
      {...headOf(text, form.target, whoseForm(subject))}
      onBack={goBack}
      focus={subject.name === 'ready' ? 'elsewhere' : 'heading'}
      busy={now === 'submitting'}
    >
      {subject.name === 'loading' ? (
        <LoadingView shape="form" />
      ) : subject.config.signIn === 'window' ? (
        <ChunkPart part={authorizeChunk}>
          {({ authorize }) => <ReadyForm form={form} now={now} subject={subject} authorize={authorize} />}
        </ChunkPart>
      ) : (
        <ReadyForm form={form} now={now} subject={subject} />
      )}
    </RoomScreen>
  );
}

interface ReadyFormProps extends FormScreenProps {
  readonly subject: Extract<FormSubject, { name: 'ready' }>;
  /** Opens the provider's sign-in, for connectors that have one. */
  readonly authorize?: typeof authorize;
}

function ReadyForm({ form, now, subject, authorize: signIn }: ReadyFormProps): ReactNode {
  const { room, dispatch } = useRoom();
  const text = useText();
  const { target, failure } = form;
  const { connector, config, account, facts } = subject;
  const { name } = connector;
  const place = targetKey(target);
  const kept = room.drafts.get(place);
  const addInstead =
    form.back && target.mode === 'edit'
      ? () => dispatch({ type: 'connectorPicked', target: { mode: 'create', connectorId: connector.id } })
      : undefined;
  return (
    <>
      <ForeignLanguage.Provider value={config.language}>
        <FormView
          name={name}
          mode={target.mode}
          config={config}
          account={account}
          facts={facts}
          busy={now === 'submitting'}
          failure={failure}
          takesFocus={room.flow.hasMoved()}
          canRetrySafely={subject.idempotent && !signIn}
          draft={kept && ('lost' in kept ? kept : draftOf(kept, config.fields, account))}
          onDraft={(draft) => {
            const over = room.flow.get().name === 'succeeded' || room.flow.get().name === 'closed';
            if (draft && !over) room.drafts.set(place, draft);
            else room.drafts.delete(place);
          }}
          onUnsaved={room.noteUnsaved}
          onAddInstead={addInstead}
          mayReplace={
            target.mode === 'create' && connector.accountIds.length === 1 && !subject.severalAllowed
          }
          accountChoice={
            form.back && target.mode === 'edit' && connector.accountIds.length > 1
              ? {
                  ids: connector.accountIds,
                  chosen: target.accountId,
                  onChoose: (accountId) =>
                    dispatch({ type: 'connectorPicked', target: { mode: 'edit', accountId } }),
                }
              : undefined
          }
          onSubmit={(credentials) => {
            const { id: integrationId, provider } = connector;
            const submission = { target, integrationId, provider, ...credentials };
            if (signIn) signIn(room, submission, name, text);
            else void submit(room, submission);
          }}
        />
      </ForeignLanguage.Provider>
      {now === 'confirmingClose' && <LeaveQuestion />}
    </>
  );
}

/** Asks before what was typed is lost. */
export function LeaveQuestion(): ReactNode {
  const { dispatch } = useRoom();
  return (
    <ConfirmCloseView
      onKeep={() => dispatch({ type: 'closeDeclined' })}
      onDiscard={() => dispatch({ type: 'closeConfirmed' })}
    />
  );
}
