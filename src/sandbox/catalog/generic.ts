/**
 * Stand-in forms for products whose own form nobody has written down yet: what a product of that kind usually asks
 * for, under the product's name. Nothing here claims to be the product's real form.
 */
import type { Form, Listing } from './entries.js';
import { custom } from './entries.js';
import { password, subdomain, text, url } from './fields.js';

/** What a product of the kind asks for. */
export type GenericKind =
  | 'api key'
  | 'api key + subdomain'
  | 'api key + address'
  | 'client id + secret'
  | 'user name + password'
  | 'oauth2'
  | 'oauth2 client_credentials';

/** Name, provider, kind. */
export type GenericRow = readonly [name: string, provider: string, kind: GenericKind];

export function genericListing([name, provider, kind]: GenericRow): Listing {
  return { name, provider, form: genericForm(productOf(name), kind) };
}

/** The same in the shape that older connectors are answered in. */
export function genericLegacyListing([name, provider, kind]: GenericRow): Listing {
  return { name, provider, legacy: { production: genericForm(productOf(name), kind) } };
}

/** `Qlik (OAuth)` is the product Qlik. */
const productOf = (name: string): string => name.replace(/ \([^)]*\)$/, '');

const apiKey = (product: string) =>
  password('api_key', `${product} API key`, {
    description: `An administrator of your ${product} account can create it.`,
  });

const client = (product: string) => [
  text('client_id', `${product} client ID`, { description: `Of an API client in your ${product} account.` }),
  password('client_secret', `${product} client secret`),
];

function genericForm(product: string, kind: GenericKind): Form {
  switch (kind) {
    case 'api key':
      return custom('api_key', [apiKey(product)]);
    case 'api key + subdomain':
      return custom('api_key', [
        subdomain('subdomain', `${product} subdomain`, '', {
          description: `Your company's name in the address you sign in to ${product} at.`,
          validation: {
            type: 'html-pattern',
            pattern: '^[A-Za-z0-9][A-Za-z0-9_\\-]*$',
            error: 'Enter only the first part of the address, before the first dot.',
          },
        }),
        apiKey(product),
      ]);
    case 'api key + address':
      return custom('api_key', [
        url('base_url', `${product} address`, { placeholder: 'https://acme.example.com' }),
        apiKey(product),
      ]);
    case 'client id + secret':
      return custom('client', client(product));
    case 'user name + password':
      return custom('basic', [
        text('username', `${product} user name`),
        password('password', `${product} password`),
      ]);
    case 'oauth2':
      return { configKey: 'oauth2', type: 'oauth2', fields: [] };
    case 'oauth2 client_credentials':
      return {
        configKey: 'oauth2_client_credentials',
        type: 'oauth2',
        grantType: 'client_credentials',
        fields: client(product),
      };
  }
}
