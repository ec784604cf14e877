/**
 * The conditions that fields are shown under: a JEXL expression in `{{ }}`, or a simple JSONPath (`$.a.b`). They
 * are the server's, so they are interpreted over plain data and never run as code; and whatever is not
 * understood shows the field, as a field too many can be left empty while one too few ends the journey.
 */
import type { AccountData } from '../api/schemas.js';
import type { JsonRecord } from '../api/shapes.js';
import { type Expression, parseExpression, type Scope } from './expression.js';
import { member, withinSteps } from './expressionValues.js';

/** What conditions can speak of beside the fields' values, in the wire's names. */
export interface ConditionFacts {
  /** The account that is edited. */
  readonly account?: Pick<AccountData, 'setupInformation' | 'secrets'> | null | undefined;
  readonly external_trigger_token?: string | null | undefined;
  readonly hub_settings?: JsonRecord | null | undefined;
  readonly webhooks_url?: string | null | undefined;
  readonly events_encoded_context?: string | null | undefined;
}

/** Every name a condition can read: a `Map`, as names are the server's and may well be `__proto__`. */
export type ConditionContext = Scope;

/**
 * Joins the fields' values (by the wire's key; an empty field is `undefined`, so that its name is known) with
 * what else there is. Of equal names a field comes first, then the account's setup information.
 */
export function conditionContext(
  values: ReadonlyMap<string, unknown>,
  { account, ...facts }: ConditionFacts = {},
): ConditionContext {
  const setupInformation = account?.setupInformation ?? {};
  return new Map<string, unknown>([
    ['setupInformation', setupInformation],
    ['external_trigger_token', facts.external_trigger_token],
    ['hub_settings', facts.hub_settings],
    ['webhooks_url', facts.webhooks_url],
    ['events_encoded_context', facts.events_encoded_context],
    ...Object.entries(setupInformation),
    ...values,
  ]);
}

/** A condition as it was understood. */
export interface Condition {
  readonly names: ReadonlySet<string>;
  readonly holds: (context: ConditionContext) => boolean;
}

const MAX_SOURCE = 2_000;
/** Ten times what looking through a long list takes. */
const MAX_STEPS = 20_000;

/** Understands a condition; `undefined` where that fails, which shows the field. */
export function parseCondition(source: string): Condition | undefined {
  if (source.length > MAX_SOURCE) return undefined;
  try {
    const { names, evaluate } = expressionOf(source.trim());
    return {
      names,
      holds: (context) => {
        if ([...names].some((name) => !context.has(name))) return true;
        try {
          return !HIDING.has(withinSteps(MAX_STEPS, () => evaluate(context)));
        } catch {
          return true;
        }
      },
    };
  } catch {
    return undefined;
  }
}

const HIDING: ReadonlySet<unknown> = new Set([false, 'false', null, undefined]);

/**
 * Whether the field with this condition is shown.
 *
 * @example conditionHolds("{{ auth == 'token' }}", conditionContext(new Map([['auth', 'token']]))) // true
 */
export const conditionHolds = (source: string, context: ConditionContext): boolean =>
  parseCondition(source)?.holds(context) ?? true;

function expressionOf(source: string): Expression {
  if (source === 'false') return { names: new Set(), evaluate: () => false };
  const [, expression] = /^\{\{(.*)\}\}$/s.exec(source) ?? [];
  return expression ? parseExpression(expression) : parsePath(source);
}

const PATH = /^\$(?:\.[\p{L}\d_$-]+|\[(?:\d+|'[^']*'|"[^"]*")\])+$/u;
const STEP = /\.([^.[]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]/g;

function parsePath(source: string): Expression {
  if (!PATH.test(source)) throw new SyntaxError('no condition');
  const steps = [...source.matchAll(STEP)].map((step) => step.slice(1).find((key) => key !== undefined));
  const [root = '', ...keys] = steps;
  return {
    names: new Set([root]),
    evaluate: (context) => keys.reduce((value: unknown, key) => member(value, key), context.get(root)),
  };
}
