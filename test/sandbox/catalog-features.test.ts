import { describe, expect, it } from 'vitest';
import { type CatalogEntry, catalog, documented } from '../../src/sandbox/catalog/index.js';
import type { WireField, WireNotice } from '../../src/sandbox/catalog/types.js';
import { formOf, isLegacy } from './catalog-forms.js';

/** The entry's configuration has a form for two environments. */
const hasTwoEnvironments = ({ config, configKey }: CatalogEntry) =>
  'authentication' in config && Object.keys(config.authentication[configKey] ?? {}).length === 2;

const isSignInWindow = (entry: CatalogEntry) =>
  formOf(entry).type === 'oauth2' && formOf(entry).grantType !== 'client_credentials';

const legacyOf = (type: string) => () =>
  catalog.some((entry) => isLegacy(entry) && formOf(entry).type === type);

describe('between them the forms show', () => {
  const forms = documented.map(formOf);
  const someField = (condition: (field: WireField) => boolean) => () =>
    forms.some(({ fields }) => fields.some(condition));
  const someNotice = (condition: (notice: WireNotice, fields: readonly WireField[]) => boolean) => () =>
    forms.some(({ notices, fields }) => notices.some((notice) => condition(notice, fields)));
  const someGuide = (pattern: RegExp) => () =>
    forms.some(({ guide }) => guide !== undefined && pattern.test(guide));
  const conditionWith = (pattern: RegExp) => someField(({ condition }) => pattern.test(condition ?? ''));
  const valid = (condition: (validation: NonNullable<WireField['validation']>) => boolean) =>
    someField(({ validation }) => validation !== undefined && condition(validation));
  const format = (name: string) =>
    valid((validation) => 'format' in validation && validation.format === name);
  const domain = (literal: boolean) =>
    valid(
      (validation) =>
        'type' in validation &&
        validation.type === 'domain' &&
        /^[A-Za-z0-9.-]+$/.test(validation.pattern) === literal,
    );
  const ofType = (type: WireField['type']) => someField((field) => field.type === type);

  const features: readonly (readonly [name: string, shown: () => boolean])[] = [
    ['a text', ofType('text')],
    ['a password', ofType('password')],
    ['a number', ofType('number')],
    ['a select', ofType('select')],
    ['a text area', ofType('text_area')],
    ['a multi-select with a delimiter', someField((f) => f.type === 'multi-select' && !!f.delimiter)],
    ['a multi-select without a delimiter', someField((f) => f.type === 'multi-select' && !f.delimiter)],
    ['options with descriptions', someField((f) => !!f.options?.some((option) => option.description))],
    ['a secret of several lines', someField((f) => f.type === 'text_area' && f.secret !== false)],
    ['several lines that are no secret', someField((f) => f.type === 'text_area' && f.secret === false)],
    ['an optional field', someField((f) => f.required === false && !f.readOnly && f.display !== false)],
    ['a html-pattern', valid((v) => 'type' in v && v.type === 'html-pattern')],
    ['a pattern with a message', valid((v) => 'pattern' in v && 'errorMessage' in v)],
    ['a domain that is meant literally', domain(true)],
    ['a domain that is a pattern', domain(false)],
    ['the format email', format('email')],
    ['the format url', format('url')],
    ['the format uri', format('uri')],
    ['the format uuid', format('uuid')],
    ['the format date', format('date')],
    ['the format datetime', format('datetime')],
    ['a condition with ==', conditionWith(/\w == '/)],
    ['a condition with &&', conditionWith(/&&/)],
    ['a condition with ||', conditionWith(/\|\|/)],
    ['a condition with !', conditionWith(/!\(/)],
    ['a condition with in', conditionWith(/ in \[/)],
    ['a condition with includes', conditionWith(/includes\(/)],
    ['a condition with present', conditionWith(/present\(/)],
    ['a condition with missing', conditionWith(/missing\(/)],
    ['a condition with a ternary', conditionWith(/ \? .* : /)],
    ['a condition with ??', conditionWith(/\?\?/)],
    ['a condition that is a JSONPath', conditionWith(/^\$\.\w+\.\w+/)],
    ['a warning', someNotice((notice) => notice.type === 'warning')],
    ['an information', someNotice((notice) => notice.type === 'info')],
    ['a notice at the top', someNotice((notice) => notice.position === 'top')],
    ['a notice at the bottom', someNotice((notice) => notice.position === 'bottom')],
    ['a notice before a field', someNotice((notice) => !!notice.anchor)],
    [
      'a notice before a field that is not always there',
      someNotice(({ anchor }, fields) => fields.some((f) => f.key === anchor && !!f.condition)),
    ],
    ['notices without any field', () => forms.some((f) => f.fields.length === 0 && f.notices.length > 1)],
    ['a guide with a numbered list', someGuide(/^1\. .*\n2\. /)],
    ['a guide in bold', someGuide(/\*\*\w/)],
    ['a guide with code', someGuide(/`\w/)],
    ['a guide in plain prose', someGuide(/^[A-Z][^*`\n]+\.$/)],
    ['a tooltip', someField((f) => !!f.tooltip)],
    ['a field with its own guide', someField((f) => !!f.guide)],
    ['something to copy', someField((f) => !!f.readOnly && !!f.value)],
    ['the external trigger token', someField((f) => f.key === 'external-trigger-token' && !!f.readOnly)],
    ['a value that is sent unseen', someField((f) => f.display === false && !!f.value)],
    ['a value to start from', someField((f) => f.type === 'text' && !!f.value && !f.readOnly)],
    ['a number to start from', someField((f) => typeof f.value === 'number')],
    [
      'a sign-in window without fields',
      () => documented.some((e) => isSignInWindow(e) && !formOf(e).fields.length),
    ],
    [
      'fields before a sign-in window',
      () => documented.some((e) => isSignInWindow(e) && formOf(e).fields.length > 0),
    ],
    [
      'a sign-in window without a grant type',
      () => catalog.some((e) => !isLegacy(e) && isSignInWindow(e) && !formOf(e).grantType),
    ],
    [
      'client credentials',
      () => forms.some((f) => f.grantType === 'client_credentials' && f.fields.length > 1),
    ],
    ['eight legacy connectors and more', () => catalog.filter(isLegacy).length >= 8],
    [
      'nothing but the legacy shape in hris-legacy',
      () => catalog.filter((entry) => entry.category === 'hris-legacy').every(isLegacy),
    ],
    ['a legacy oidc', legacyOf('oidc')],
    ['a legacy oauth2', legacyOf('oauth2')],
    ['a legacy connector with two environments', () => catalog.some(hasTwoEnvironments)],
  ];

  it.each(features)('%s', (_, shown) => {
    expect(shown()).toBe(true);
  });
});
