import type { Field } from '../api/model.js';
import { own } from '../api/shapes.js';
import {
  type Condition,
  type ConditionContext,
  type ConditionFacts,
  conditionContext,
  parseCondition,
} from './condition.js';
import { type FormValues, fieldValue, isEmpty, selectedChoices } from './fieldValue.js';

/** A longer chain of fields that depend on each other is cut here. */
const MAX_ROUNDS = 50;

/**
 * The fields whose condition holds now, those that are sent without being shown included, each key once: the
 * first that applies. A field that does not apply counts as empty for the conditions of the others, as its value
 * is not sent. Fields whose conditions depend on each other in a circle apply always, or they might never again.
 *
 * @param values what the form holds now
 * @param facts what conditions can speak of beside that
 */
export function applicableFields(
  fields: readonly Field[],
  values: FormValues,
  facts: ConditionFacts = {},
): Field[] {
  const conditions = openConditions(fields);
  let applicable = firstOfEachKey(fields);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const context = currentContext(fields, applicable, values, facts);
    const next = firstOfEachKey(fields.filter((field) => conditions.get(field)?.holds(context) ?? true));
    const settled = next.length === applicable.length && next.every((field, i) => field === applicable[i]);
    applicable = next;
    if (settled) break;
  }
  return applicable;
}

function firstOfEachKey(fields: readonly Field[]): Field[] {
  const seen = new Set<string>();
  return fields.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function currentContext(
  fields: readonly Field[],
  applicable: readonly Field[],
  values: FormValues,
  facts: ConditionFacts,
): ConditionContext {
  const byKey = new Map<string, unknown>(fields.map(({ key }) => [key, undefined]));
  for (const field of applicable) byKey.set(field.key, conditionValue(field, values, facts));
  return conditionContext(byKey, facts);
}

/** A secret that is kept has a value, though nobody here knows it: its placeholder stands for it. */
function conditionValue(field: Field, values: FormValues, { account }: ConditionFacts): unknown {
  const value = fieldValue(field, values[field.id]);
  if (isEmpty(field, value)) return field.secret ? own(account?.secrets, field.key) : undefined;
  return field.type === 'multi-select' ? selectedChoices(field, value) : value;
}

type Conditions = ReadonlyMap<Field, Condition>;

const understood = new WeakMap<readonly Field[], Conditions>();

/** The conditions that can be understood and are not part of a circle: those that can hide their field. */
function openConditions(fields: readonly Field[]): Conditions {
  let conditions = understood.get(fields);
  if (!conditions) {
    conditions = withoutCircles(
      new Map(
        fields.flatMap((field) => {
          const condition = parseCondition(field.condition ?? '');
          return condition ? [[field, condition] as const] : [];
        }),
      ),
    );
    understood.set(fields, conditions);
  }
  return conditions;
}

function withoutCircles(conditions: Conditions): Conditions {
  const reads = new Map<string, string[]>([...conditions.keys()].map(({ key }) => [key, []]));
  for (const [{ key }, { names }] of conditions) {
    reads.get(key)?.push(...[...names].filter((name) => reads.has(name)));
  }
  const dependsOnItself = ({ key }: Field, { names }: Condition): boolean => {
    const reached = new Set(names);
    for (const name of reached) for (const further of reads.get(name) ?? []) reached.add(further);
    return reached.has(key);
  };
  return new Map([...conditions].filter(([field, condition]) => !dependsOnItself(field, condition)));
}
