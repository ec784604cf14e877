import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type FieldError, type FieldErrors, type Resolver, useForm, useWatch } from 'react-hook-form';
import type { HubError } from '../../api/errors.js';
import type { ConnectorConfig, Field } from '../../api/model.js';
import type { AccountData } from '../../api/schemas.js';
import {
  applicableFields,
  type Draft,
  type ConditionFacts,
  type FormValues,
  formSchema,
  initialValues,
  type Issue,
  issuesOf,
  stringifyCredentials,
  type Submission,
  submission,
} from '../../form/index.js';

/** What a form sends: the credentials as JSON text, and which of the values are secret. */
export interface Credentials {
  readonly credentials: string;
  readonly pairs: Submission;
  readonly secrets: readonly string[];
}

export interface CredentialFormOptions {
  readonly config: ConnectorConfig;
  readonly mode: 'create' | 'edit';
  readonly account: AccountData | undefined;
  readonly facts: ConditionFacts;
  readonly failure: HubError | null;
  readonly draft: Draft | undefined;
  /** `undefined`: nothing was typed that is worth keeping. */
  readonly onDraft: (draft: Draft | undefined) => void;
  readonly onUnsaved: (unsaved: boolean) => void;
  readonly onSubmit: (credentials: Credentials) => void;
  /** Validation failed: the ids of the fields concerned, in their order. */
  readonly onInvalid: (fieldIds: readonly string[]) => void;
}

/** The form's state, in the form library; what applies now, in what order, and what is sent. */
export function useCredentialForm(options: CredentialFormOptions) {
  const { config, mode, account, facts, failure, draft, onDraft, onUnsaved, onSubmit, onInvalid } = options;
  const { fields } = config;
  const [replaced, setReplaced] = useState<ReadonlySet<string>>(draft?.replaced ?? new Set());
  const [lost] = useState<ReadonlySet<string>>(draft?.lost ?? new Set());
  const applicable = (values: FormValues) => applicableFields(fields, values, facts);

  // What applies depends on what is typed, and so does the schema.
  const check = (values: FormValues, now = applicable(values)) =>
    issuesOf(formSchema(now, { account, replacedSecrets: replaced }), values);
  const resolver: Resolver<FormValues> = (values) => {
    const issues = check(values);
    return issues.length > 0 ? { values: {}, errors: firstOfEach(issues) } : { values, errors: {} };
  };
  const form = useForm<FormValues>({
    defaultValues: draft?.values ?? initialValues(fields, account),
    resolver,
    mode: 'onSubmit',
    shouldFocusError: false,
  });
  const { control, getValues, handleSubmit, setValue } = form;
  const shown = useShownFields(fields, applicable, control, getValues);

  const unsaved = form.formState.isDirty || draft !== undefined;
  useEffect(() => {
    onUnsaved(unsaved);
    return () => onUnsaved(false);
  }, [unsaved, onUnsaved]);
  const { dirtyFields } = form.formState;
  const missing = new Set([...lost].filter((id) => !Object.hasOwn(dirtyFields, id)));
  useDraftOnLeaving({ getValues, replaced, missing, unsaved, onDraft });

  const afterPress = useAfterPress();
  const stale = useStaleAnswers(failure);
  const serverMessage = (field: Field): string | undefined =>
    stale.has(field.id) ? undefined : failure?.fields.get(field.key);

  return {
    form,
    shown,
    replaced,
    /** The fields whose values were lost while the form was away, and have not been typed again. */
    missing,
    serverMessage,
    /** The user changed a field: what was said of its former value is no longer true of it. */
    onChanged(field: Field) {
      stale.add(field.id);
      if (form.getFieldState(field.id).invalid) void form.trigger(field.id);
    },
    /** The user is done with a field. One that is still empty is let be: they may only be passing. */
    onLeft(field: Field) {
      if (getValues(field.id)) afterPress(() => void form.trigger(field.id));
    },
    replace(field: Field, wanted: boolean) {
      setReplaced((before) => {
        const next = new Set(before);
        if (wanted) next.add(field.id);
        else next.delete(field.id);
        return next;
      });
      setValue(field.id, '', { shouldDirty: true });
      form.clearErrors(field.id);
    },
    /** Nothing is awaited between the user's click and what follows from it: a window may have to open in it. */
    submit() {
      const values = { ...getValues(), ...configuredValues(fields, account) };
      const now = applicable(values);
      if (check(values, now).length > 0) {
        void handleSubmit(nothing, (errors) =>
          onInvalid(fields.filter(({ id }) => Object.hasOwn(errors, id)).map(({ id }) => id)),
        )();
        return;
      }
      const pairs = submission({ applicable: now, values, mode, account, replacedSecrets: replaced });
      const secretKeys = new Set(now.filter(({ secret }) => secret).map(({ key }) => key));
      onSubmit({
        pairs,
        credentials: stringifyCredentials(pairs),
        secrets: pairs.filter(([key]) => secretKeys.has(key)).map(([, value]) => value),
      });
    },
  };
}

const nothing = (): void => undefined;

/** The first problem of each field, as the form library has them. A field's id is one step: nothing nests. */
function firstOfEach(issues: readonly Issue[]): FieldErrors<FormValues> {
  const errors: Record<string, FieldError> = {};
  for (const { path, message } of issues) errors[String(path[0])] ??= { type: 'schema', message };
  return errors;
}

/** What nobody can type: it may have come after the form was there. */
const configuredValues = (fields: readonly Field[], account: AccountData | undefined): FormValues =>
  initialValues(
    fields.filter(({ readOnly }) => readOnly),
    account,
  );

/**
 * Does what would move the page only once nothing is pressed: a button that slips away from under the pointer
 * between press and release is never clicked.
 */
function useAfterPress(): (act: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const press = () => {
      pressed.current = true;
    };
    const release = () => {
      pressed.current = false;
      // The click comes with the release, in one go: what is put off comes after both.
      for (const act of waiting.current.splice(0)) setTimeout(act);
    };
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, []);
  return useCallback((act) => {
    if (pressed.current) waiting.current.push(act);
    else act();
  }, []);
}

type Form = ReturnType<typeof useForm<FormValues>>;

/** The fields to draw; a form without conditions is not drawn again with every letter. */
function useShownFields(
  fields: readonly Field[],
  applicable: (values: FormValues) => readonly Field[],
  control: Form['control'],
  getValues: Form['getValues'],
): readonly Field[] {
  const conditional = useMemo(() => fields.some(({ condition }) => condition), [fields]);
  const watched = useWatch({ control, disabled: !conditional });
  return applicable(conditional ? { ...getValues(), ...(watched as FormValues) } : getValues());
}

interface Leaving {
  readonly getValues: Form['getValues'];
  readonly replaced: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly unsaved: boolean;
  readonly onDraft: CredentialFormOptions['onDraft'];
}

function useDraftOnLeaving(leaving: Leaving): void {
  const latest = useRef(leaving);
  useEffect(() => {
    latest.current = leaving;
  });
  useEffect(
    () => () => {
      const { getValues, replaced, missing, unsaved, onDraft } = latest.current;
      onDraft(unsaved ? { values: { ...getValues() }, replaced, lost: missing } : undefined);
    },
    [],
  );
}

/** The fields that were changed since the server's last answer. */
function useStaleAnswers(failure: HubError | null) {
  const [edited, setEdited] = useState<{ of: HubError | null; ids: ReadonlySet<string> }>({
    of: null,
    ids: new Set(),
  });
  const ids = edited.of === failure ? edited.ids : new Set<string>();
  return {
    has: (id: string) => ids.has(id),
    add: (id: string) => {
      if (failure && !ids.has(id)) setEdited({ of: failure, ids: new Set([...ids, id]) });
    },
  };
}
