import { describe, expect, it } from 'vitest';
import { connectorConfig } from '../../src/api/connectorConfig.js';
import type { Field } from '../../src/api/model.js';
import { ConnectorDetails, Integration } from '../../src/api/schemas.js';
import { parseCondition } from '../../src/form/condition.js';
import { compilePattern } from '../../src/form/pattern.js';
import { validateField } from '../../src/form/validate.js';
import { type CatalogEntry, catalog, documented, logoPath } from '../../src/sandbox/catalog/index.js';
import { formOf, isLegacy, titleOf } from './catalog-forms.js';
import { expectedProviders } from './expected-providers.js';

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

/** What a condition may name besides the form's own fields. */
const CONTEXT = new Set([
  'external_trigger_token',
  'hub_settings',
  'webhooks_url',
  'events_encoded_context',
  'setupInformation',
]);

/** Which entries the condition holds for: a failing test lists them all instead of stopping at the first. */
const titlesWhere = (condition: (entry: CatalogEntry) => boolean, entries = catalog) =>
  entries.filter(condition).map(titleOf);

const namesOf = (providers: string) => providers.trim().split(/\s+/);

/** The entry as the hub works with it once it came over the wire. */
const readByTheHub = ({ config, configKey, environment }: CatalogEntry) =>
  connectorConfig({
    details: ConnectorDetails.parse(structuredClone({ config, hub_settings: {} })),
    choices: [{ configKey, environment }],
  });

describe('the catalogue', () => {
  it.each(CATEGORIES)('offers connectors in %s', (category) => {
    expect(catalog.some((entry) => entry.category === category && entry.active)).toBe(true);
  });

  it.each(['messaging', 'scheduling', 'accounting', 'hris-legacy', 'stackone'])(
    'offers three products and more in %s',
    (category) => {
      const offered = catalog.filter((entry) => entry.category === category && entry.active);
      expect(new Set(offered.map((entry) => entry.provider)).size).toBeGreaterThanOrEqual(3);
    },
  );

  it('knows no category but the contract’s', () => {
    expect(titlesWhere((entry) => !CATEGORIES.includes(entry.category))).toEqual([]);
  });

  it.each(Object.entries(expectedProviders))('offers every expected product in %s', (category, providers) => {
    const offered = catalog.filter((entry) => entry.category === category && entry.active);
    const known = new Set(offered.map((entry) => entry.provider));
    expect(namesOf(providers).filter((provider) => !known.has(provider))).toEqual([]);
  });

  it('expects 199 products', () => {
    expect(Object.values(expectedProviders).flatMap(namesOf)).toHaveLength(199);
  });

  it('has some connectors that are switched off', () => {
    expect(titlesWhere((entry) => !entry.active).length).toBeGreaterThanOrEqual(3);
  });

  it.each(['version', 'environment', 'category', 'configKey'] as const)(
    'has a product with more than one %s',
    (key) => {
      const valuesByProvider = new Map<string, Set<string>>();
      for (const entry of catalog) {
        const values = valuesByProvider.get(entry.provider) ?? new Set();
        valuesByProvider.set(entry.provider, values.add(entry[key]));
      }
      expect([...valuesByProvider.values()].some((values) => values.size > 1)).toBe(true);
    },
  );

  it('gives every connector a UUID of its own', () => {
    const ids = catalog.map((entry) => entry.integrationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('keeps its ids from one release to the next', () => {
    const bamboo = catalog.find(
      (entry) => entry.provider === 'bamboohr' && entry.category === 'hris' && entry.active,
    );
    expect(bamboo?.integrationId).toBe('1f03b93e-4682-5a40-90c3-d260131e6a27');
  });
});

describe('every connector, as the hub reads it', () => {
  it('is an integration with everything that a list of them carries', () => {
    for (const entry of catalog) {
      const wire = {
        active: entry.active,
        name: entry.name,
        provider: entry.provider,
        type: entry.category,
        version: entry.version,
        authentication_config_key: entry.configKey,
        environment: entry.environment,
        integration_id: entry.integrationId,
        logo_url: logoPath(entry.provider),
      };
      expect(Integration.parse(wire), titleOf(entry)).toEqual(wire);
    }
  });

  it('loses no field, no notice and no guide on the way', () => {
    for (const entry of catalog) {
      const form = formOf(entry);
      const read = readByTheHub(entry);
      expect(read.name, titleOf(entry)).toBe(entry.name);
      expect(
        read.fields.map(({ key, label, type }) => ({ key, label, type })),
        titleOf(entry),
      ).toEqual(form.fields.map(({ key, label, type }) => ({ key, label, type })));
      expect(
        read.notices.map(({ tone, description }) => ({ tone, description })),
        titleOf(entry),
      ).toEqual(form.notices.map(({ type, description }) => ({ tone: type, description })));
      expect(read.guide?.description ?? undefined, titleOf(entry)).toBe(form.guide);
    }
  });

  it('has keys that differ within a form, and options wherever one chooses', () => {
    const doubled = titlesWhere((entry) => {
      const { fields } = formOf(entry);
      return new Set(fields.map((field) => field.key)).size !== fields.length;
    });
    const withoutChoice = titlesWhere((entry) =>
      formOf(entry).fields.some((field) => field.type?.includes('select') && !field.options?.length),
    );
    expect([...doubled, ...withoutChoice]).toEqual([]);
  });

  it('starts with values that are valid', () => {
    const refused = problemsWith((field) => field.value);
    expect(refused).toEqual([]);
  });

  it('gives examples that are valid', () => {
    const judged = catalog.flatMap((entry) => readByTheHub(entry).fields.filter(exampleIn));
    expect(judged.length).toBeGreaterThan(50);
    expect(problemsWith(exampleIn)).toEqual([]);
  });

  it('has patterns that compile as regular expressions and in the hub', () => {
    const patterns = catalog.flatMap((entry) =>
      formOf(entry).fields.flatMap(({ validation }) =>
        validation && 'pattern' in validation ? [validation.pattern] : [],
      ),
    );
    expect(patterns).not.toEqual([]);
    for (const pattern of patterns) {
      for (const flags of ['', 'u', 'v']) expect(() => new RegExp(pattern, flags), pattern).not.toThrow();
      expect(compilePattern(pattern), pattern).toBeDefined();
    }
  });

  it('has conditions that the hub understands, over its own fields and what the hub knows', () => {
    const astray = catalog.flatMap((entry) => {
      const { fields } = formOf(entry);
      const known = new Set([...CONTEXT, ...fields.map((field) => field.key)]);
      return fields.flatMap(({ key, condition }) => {
        if (condition === undefined) return [];
        const names = parseCondition(condition)?.names;
        return names && [...names].every((name) => known.has(name)) ? [] : [`${titleOf(entry)} ${key}`];
      });
    });
    expect(astray).toEqual([]);
  });

  it('anchors notices at its own fields', () => {
    const adrift = titlesWhere((entry) => {
      const { fields, notices } = formOf(entry);
      return notices.some(({ anchor }) => anchor !== undefined && !fields.some(({ key }) => key === anchor));
    });
    expect(adrift).toEqual([]);
  });

  it('asks before a sign-in window for nothing that the window’s address keeps for itself', () => {
    const reserved = new Set(['token', 'redirect_uri', 'connection_attempt_id']);
    const clashing = titlesWhere((entry) => {
      const { signIn, fields } = readByTheHub(entry);
      return signIn === 'window' && fields.some(({ key }) => reserved.has(key));
    });
    expect(clashing).toEqual([]);
  });
});

/** A placeholder that shows a whole value, not the beginning of one or advice. */
const exampleIn = ({ validation, placeholder }: Field) =>
  validation && placeholder && !/…|-----| or | a line$/.test(placeholder) ? placeholder : undefined;

/** The fields that the hub would complain about if this were typed. */
function problemsWith(typed: (field: Field) => string | undefined): string[] {
  return catalog.flatMap((entry) =>
    readByTheHub(entry).fields.flatMap((field) => {
      const value = typed(field);
      const problem = value === undefined ? undefined : validateField(field, value);
      return problem ? [`${titleOf(entry)} ${field.key}: ${value}`] : [];
    }),
  );
}

/** A form's fields as one text: two forms ask for the same when theirs are equal. */
const listOf = (entry: CatalogEntry) =>
  JSON.stringify(formOf(entry).fields.map(({ key, label }) => [key, label]));

describe('the forms written from documentation', () => {
  const withFields = documented.filter((entry) => formOf(entry).fields.length > 0);

  it('are thirty and more, each different', () => {
    expect(new Set(withFields.map(listOf)).size).toBeGreaterThanOrEqual(30);
  });

  it('are never shared by two products', () => {
    const providersByList = new Map<string, Set<string>>();
    for (const entry of withFields) {
      const list = listOf(entry);
      providersByList.set(list, (providersByList.get(list) ?? new Set()).add(entry.provider));
    }
    const shared = [...providersByList.values()].filter((providers) => providers.size > 1);
    expect(shared.map((providers) => [...providers])).toEqual([]);
  });

  it('link to the product’s own pages over https', () => {
    const unlinked = titlesWhere(
      (entry) => !isLegacy(entry) && !formOf(entry).link?.startsWith('https://'),
      documented,
    );
    const elsewhere = titlesWhere((entry) => formOf(entry).link?.startsWith('https://') === false);
    expect([...unlinked, ...elsewhere]).toEqual([]);
  });

  it('keep secret what is typed into a password or a key’s text area, and nothing else', () => {
    const secretTypes = withFields.flatMap((entry) =>
      readByTheHub(entry).fields.flatMap(({ secret, type }) => (secret ? [type] : [])),
    );
    expect(new Set(secretTypes)).toEqual(new Set(['password', 'text_area']));
  });
});
