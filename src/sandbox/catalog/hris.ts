/** Systems that know who works where, and what each of their APIs asks for. */
import { clientCredentials, custom, info, signIn, warning, type Form, type Listing } from './entries.js';
import {
  hidden,
  hostUnder,
  longSecret,
  longText,
  number,
  option,
  optional,
  password,
  pem,
  REDIRECT_URI,
  select,
  steps,
  subdomain,
  text,
  toCopy,
  triggerToken,
  url,
  uuid,
  WEBHOOK_URL,
  when,
} from './fields.js';
import type { GenericRow } from './generic.js';

// Source: ADP API Central, "Generate a certificate signing request" (developers.adp.com); mutual TLS on every call.
const adpWorkforceNow = custom(
  'mutual_tls',
  [
    text('client_id', 'Client ID', {
      description: 'Find it in ADP API Central under Projects > Credentials.',
    }),
    password('client_secret', 'Client secret', { description: 'On the same page as the client ID.' }),
    longText('ssl_certificate', 'SSL certificate', {
      ...pem('CERTIFICATE'),
      description: 'The signed certificate that ADP gave you as a .pem file.',
      tooltip: 'ADP accepts calls only from whoever holds this certificate and its private key.',
    }),
    longSecret('ssl_private_key', 'Private key of the certificate', {
      ...pem('PRIVATE KEY'),
      description: 'The .key file you made the certificate request with.',
    }),
  ],
  {
    link: 'https://apps.adp.com/en-US/apps/410612',
    guide: steps(
      'Buy **ADP API Central** for ADP Workforce Now in the ADP Marketplace.',
      'Open API Central and choose **Projects** > **Create a project**.',
      'Under **Credentials**, copy the client ID and the client secret.',
      'Choose **Manage certificate** and request a signed certificate; keep the `.key` file.',
    ),
    notices: [
      warning(
        'certificate-expiry',
        'The certificate expires. Renew it with ADP before it does and enter the new one here.',
        {
          position: 'bottom',
        },
      ),
    ],
  },
);

// Source: BambooHR API, "Getting Started" (documentation.bamboohr.com/docs/getting-started).
export const bambooHr = custom(
  'api_key',
  [
    subdomain('subdomain', 'BambooHR subdomain', '.bamboohr.com'),
    password('api_key', 'API key', {
      description: 'Find it under your profile picture > API Keys.',
      tooltip: 'A key can read what the user who made it can read.',
    }),
  ],
  {
    link: 'https://documentation.bamboohr.com/docs/getting-started',
    guide: steps(
      'Sign in to BambooHR as a user who may see every employee.',
      'Click your picture at the lower left and choose **API Keys**.',
      'Choose **Add New Key**, name it and copy the key. It is shown once.',
    ),
  },
);

// Source: BambooHR API, "Login with BambooHR / OAuth" (documentation.bamboohr.com): authorize at the company's domain.
const bambooHrSignIn = signIn([subdomain('company_domain', 'BambooHR company domain', '.bamboohr.com')], {
  link: 'https://documentation.bamboohr.com/docs/getting-started',
});

// Source: Deel API, "Authentication" (developer.deel.com): organization tokens, one kind per environment.
const deel = custom(
  'api_token',
  [
    select('environment', 'Environment', [option('production', 'Production'), option('sandbox', 'Sandbox')], {
      value: 'production',
    }),
    password('api_token', 'Organization API token', {
      description: 'Find it under More > Developer > Access tokens.',
      tooltip: 'Choose an organization token: a personal token ends when its owner leaves.',
    }),
  ],
  { link: 'https://developer.deel.com/' },
);

// Source: Deel API, "OAuth2" (developer.deel.com): Deel's own consent page, nothing to type before it.
const deelSignIn = signIn([], { link: 'https://developer.deel.com/' });

// Source: Factorial API documentation, "Authentication" (apidoc.factorialhr.com): an x-api-key header.
const factorial = custom(
  'api_key',
  [
    password('x_api_key', 'Factorial API key', {
      description: 'An administrator creates it in the company settings under API keys.',
    }),
  ],
  { link: 'https://apidoc.factorialhr.com/' },
);

// Source: Gusto, "Authentication" (docs.gusto.com/app-integrations/docs/authentication): demo and production hosts.
const gusto = custom(
  'system_access',
  [
    select(
      'gusto_environment',
      'Gusto environment',
      [
        option('production', 'Production', 'api.gusto.com'),
        option('demo', 'Demo', 'api.gusto-demo.com, with invented companies'),
      ],
      { value: 'production' },
    ),
    text('client_id', 'Application client ID', { description: 'From the Gusto Developer Portal.' }),
    password('client_secret', 'Application secret'),
    uuid('company_uuid', 'Company UUID', {
      description: 'The company whose payroll is read.',
      guide: {
        description: 'Open the company in the Developer Portal. Its UUID is the last part of the address.',
        tooltip: 'Thirty-two letters and digits with four dashes between them.',
      },
    }),
  ],
  { link: 'https://docs.gusto.com/app-integrations/docs/authentication' },
);

// Source: HiBob, "Transition from API Access tokens" (apidocs.hibob.com): existing tokens only, no new ones.
const hiBob = custom('api_key', [password('access_token', 'API access token')], {
  link: 'https://apidocs.hibob.com/docs/transition-from-api-access-tokens',
  notices: [
    warning(
      'tokens-retired',
      'HiBob makes no new API access tokens. Connect with a service user unless you were told to use a token.',
      { position: 'top' },
    ),
  ],
});

// Source: HiBob, "API service users" (apidocs.hibob.com/docs/api-service-users): an ID and a token.
const hiBobServiceUser = custom(
  'service_user',
  [
    text('service_user_id', 'Service user ID', { placeholder: 'SERVICE-12345' }),
    password('service_user_token', 'Service user token', {
      description: 'Shown once, when the service user is made.',
    }),
    triggerToken(
      'Webhook token',
      'Paste it into the webhook in Bob, so that its events can be told from others.',
    ),
  ],
  {
    link: 'https://apidocs.hibob.com/docs/api-service-users',
    guide: steps(
      'In Bob, open **Settings** > **Integrations** > **Automation** and choose **Service users**.',
      'Add a service user and copy its **ID** and **token**.',
      'Make a permission group with what we may read, and put the service user into it.',
    ),
    notices: [
      info('no-permissions', 'A new service user may read nothing until it is in a permission group.', {
        anchor: 'service_user_token',
      }),
    ],
  },
);

// Source: Humaans API reference, "Authentication" (docs.humaans.io/api): personal access tokens with scopes.
const humaans = custom(
  'access_token',
  [
    password('humaans_access_token', 'Access token', {
      description: 'Find it under your profile > API access tokens.',
      tooltip: 'Give it the scopes public:read and private:read.',
    }),
  ],
  { link: 'https://docs.humaans.io/api/' },
);

// Source: Oracle, "REST API for Oracle Fusion Cloud HCM: Quick Start" (docs.oracle.com): a user of the pod.
export const oracleHcm = custom(
  'basic',
  [
    hostUnder('server_url', 'Server URL', 'oraclecloud', {
      placeholder: 'https://servername.fa.us2.oraclecloud.com',
      description: 'The address you sign in at, without a path.',
    }),
    text('username', 'Integration user name', { placeholder: 'stackone_integration' }),
    password('password', 'Integration user password'),
    hidden('rest_framework_version', 'REST framework version', '4'),
  ],
  {
    link: 'https://docs.oracle.com/en/cloud/saas/human-resources/farws/',
    notices: [info('roles', 'The user needs the role `Human Capital Management Integration Specialist`.')],
  },
);

// Source: Paylocity developer portal (developer.paylocity.com): client credentials by request, per environment.
const paylocity = custom(
  'client_credentials',
  [
    select(
      'paylocity_environment',
      'Environment',
      [
        option('api', 'Production'),
        option('apisandbox', 'Sandbox', 'For testing, with a company of its own'),
      ],
      { value: 'api' },
    ),
    text('company_id', 'Company ID', {
      placeholder: 'B6501',
      description: 'At the upper left of every Paylocity page.',
    }),
    text('client_id', 'Client ID'),
    password('client_secret', 'Client secret', { description: 'Paylocity asks for a new one every year.' }),
  ],
  {
    link: 'https://developer.paylocity.com/',
    notices: [
      warning(
        'other-environment',
        'Sandbox credentials do not work in production, nor the other way round.',
        {
          anchor: 'client_id',
        },
      ),
    ],
  },
);

// Source: Personio Developer Hub, "Getting started with the Personio API": client ID and secret, partner header.
const personio = custom(
  'client_credentials',
  [
    text('client_id', 'Personio client ID', { placeholder: 'papi-…' }),
    password('client_secret', 'Personio client secret', { placeholder: 'papi-…' }),
    hidden('partner_id', 'Partner ID', 'STACKONE'),
    when(
      '$.hub_settings.project_settings.webhooks_enabled',
      toCopy('webhook_url', 'Webhook URL', WEBHOOK_URL, {
        description: 'Enter it in Personio under Integrations > Webhooks to send changes at once.',
      }),
    ),
  ],
  {
    link: 'https://developer.personio.de/docs/getting-started-with-the-personio-api',
    guide: steps(
      'In Personio, open **Settings** > **Integrations** > **API credentials**.',
      'Choose **Generate new credential** and allow **Employees: read**.',
      'Tick every attribute that may be read, then copy client ID and secret.',
    ),
  },
);

// Source: Personio help centre, "Custom integrations": credentials of the customer's own integration.
const personioCustom = custom(
  'client_credentials',
  [
    text('custom_client_id', 'Client ID of the custom integration'),
    password('custom_client_secret', 'Client secret of the custom integration'),
  ],
  { link: 'https://developer.personio.de/docs/getting-started-with-the-personio-api' },
);

// Source: Sage HR API (developers.sage.hr): an API key per company, under the company's subdomain.
const sageHr = custom(
  'api_key',
  [
    subdomain('sage_subdomain', 'Sage HR subdomain', '.sage.hr'),
    password('sage_api_key', 'API key', {
      description: 'Find it under Settings > Integrations > API, after API access is switched on.',
    }),
  ],
  { link: 'https://developers.sage.hr/' },
);

// Source: SAP Help, "SAP SuccessFactors API Servers" and "Registering Your OAuth2 Client Application".
export const successFactors = custom(
  'odata',
  [
    url('api_server', 'API server', {
      placeholder: 'https://api4.successfactors.com',
      description: 'It belongs to your data centre: SAP lists them all.',
    }),
    text('company_id', 'Company ID', {
      description: 'Find it under your picture > Show version information.',
    }),
    select(
      'auth_method',
      'How to sign in',
      [
        option('saml', 'OAuth with a SAML assertion', 'What SAP recommends'),
        option('basic', 'User name and password'),
      ],
      { value: 'saml' },
    ),
    when(
      "{{auth_method == 'saml'}}",
      text('oauth_api_key', 'API key', {
        description: 'Find it under Admin Center > API Center > OAuth Configuration for OData > View.',
      }),
    ),
    when(
      "{{auth_method == 'saml'}}",
      text('user_id', 'User ID', { description: 'The technical user we act as.' }),
    ),
    when(
      "{{auth_method == 'saml'}}",
      longSecret('saml_private_key', 'Private key', {
        ...pem('PRIVATE KEY'),
        description: 'Of the X.509 certificate you registered the client with.',
      }),
    ),
    when("{{auth_method == 'basic'}}", text('username', 'User name', { placeholder: 'apiuser@companyID' })),
    when("{{auth_method == 'basic'}}", password('password', 'Password')),
  ],
  {
    link: 'https://help.sap.com/docs/SAP_SUCCESSFACTORS_PLATFORM/93f95815070049ebaaff042d8322d518/af2b8d5437494b12be88fe374eba75b6.html',
    notices: [
      warning('basic-ends', 'SAP ends sign-in with user name and password in **November 2026**.', {
        anchor: 'username',
      }),
    ],
  },
);

// Source: UKG, "Web Service Account" (developer.ukg.com/hcm/docs/web-service-account).
const ukgPro = custom(
  'service_account',
  [
    text('hostname', 'Service endpoint host', {
      placeholder: 'service5.ultipro.com',
      description: 'Find it under System Configuration > Security > Web Services, in any of the addresses.',
      validation: {
        type: 'domain',
        pattern: '^[A-Za-z0-9\\-]+\\.(ultipro|ukgpro)\\.(com|ca)$',
        error: 'Enter the host alone, such as service5.ultipro.com.',
      },
    }),
    text('service_username', 'Service account user name'),
    password('service_password', 'Service account password'),
    password('customer_api_key', 'Customer API key', {
      description: 'At the top of the Service Account Administration page.',
      placeholder: 'Five letters and digits',
    }),
    optional(
      password('user_api_key', 'User API key', {
        description: 'Only where your services ask for it.',
      }),
    ),
  ],
  {
    link: 'https://developer.ukg.com/hcm/docs/web-service-account',
    guide: steps(
      'Open **System Configuration** > **Security** > **Service Account Administration**.',
      'Add a service account and let UKG Pro make its password.',
      'Give it **View** on `Personnel Integration` and `Employee Person Details`.',
    ),
  },
);

// Source: UKG Pro WFM developer documentation, "Authentication" (developer.ukg.com/wfm): two application flows.
const ukgProWfm = custom(
  'client',
  [
    text('tenant_url', 'Tenant URL', { placeholder: 'acme.prd.mykronos.com' }),
    select(
      'application_flow',
      'Application flow',
      [
        option('client_credentials', 'Client credentials', 'System to system'),
        option('ropc', 'Password', 'On behalf of one user'),
      ],
      { value: 'client_credentials', description: 'As set under Common Setup > Client Management.' },
    ),
    text('wfm_client_id', 'Client ID'),
    password('wfm_client_secret', 'Client secret', { description: 'Shown once, when the client is made.' }),
    when("{{application_flow == 'client_credentials'}}", text('organization', 'Organization ID')),
    when("{{application_flow == 'ropc'}}", text('tenant_name', 'Tenant name')),
    when("{{application_flow == 'ropc'}}", text('wfm_username', 'WFM user name')),
    when("{{application_flow == 'ropc'}}", password('wfm_password', 'WFM password')),
  ],
  { link: 'https://developer.ukg.com/wfm/docs/welcome' },
);

// Source: UKG Ready REST API (secure.saashr.com/ta/docs/rest/public): the company's short name and host.
const ukgReadySignIn = signIn(
  [
    text('ready_host', 'UKG Ready host', { placeholder: 'secure3.saashr.com' }),
    text('company_short_name', 'Company short name', {
      description: 'Find it under Global Setup > Company Setup > Company Info.',
    }),
  ],
  { link: 'https://secure.saashr.com/ta/docs/rest/public/' },
);

// Source: the same, "OAuth applications": the machine-to-machine type of the Company Setup page.
const ukgReadyClient = clientCredentials(
  [
    text('ready_hostname', 'UKG Ready hostname', { placeholder: 'secure3.saashr.com' }),
    number('company_id', 'Company ID', { placeholder: '33560000' }),
    text('client_id', 'Client ID', {
      description: 'Find it under Global Setup > Company Setup > OAuth Applications.',
    }),
    password('client_secret', 'Client secret'),
  ],
  { link: 'https://secure.saashr.com/ta/docs/rest/public/' },
);

const WORKDAY = 'https://doc.workday.com/';
const workdayHost = {
  placeholder: 'https://wd2-impl-services1.workday.com',
  validation: {
    type: 'domain',
    pattern: '\\.(workday|myworkday)\\.com',
    error: 'Enter an address at workday.com or myworkday.com.',
  },
} as const;

// Source: Workday, "Create Integration System User" and "View WSDL" of a public web service.
export const workday = custom(
  'integration_system_user',
  [
    text('web_services_url', 'Web services URL', {
      ...workdayHost,
      description: 'Search for Public Web Services, open View WSDL and copy the address up to /ccx.',
    }),
    text('tenant', 'Tenant name', { placeholder: 'acme_impl' }),
    text('isu_username', 'Integration System User name', { placeholder: 'ISU_StackOne' }),
    password('isu_password', 'Integration System User password'),
  ],
  {
    link: WORKDAY,
    guide: steps(
      'Run the task **Create Integration System User** and tick **Do Not Allow UI Sessions**.',
      'Run **Create Security Group** for an *unconstrained* integration group and add the user.',
      'Give the group **Get** on the domains to be read, then run **Activate Pending Security Policy Changes**.',
    ),
    notices: [
      info(
        'password-rules',
        'Exempt the user from password expiry, or the connection stops when it expires.',
        {
          anchor: 'isu_password',
        },
      ),
    ],
  },
);

// Source: Workday, "Register API Client": endpoints and client of the customer's own tenant.
export const workdaySignIn = signIn(
  [
    toCopy('callback_url', 'Redirection URI', REDIRECT_URI, {
      description: 'Enter it in Workday when you register the API client.',
    }),
    url('authorization_endpoint', 'Authorization endpoint', {
      placeholder: 'https://impl.workday.com/acme/authorize',
      description: 'Find it in the report View API Clients.',
    }),
    url('token_endpoint', 'Token endpoint', {
      placeholder: 'https://wd2-impl-services1.workday.com/ccx/oauth2/acme/token',
    }),
    text('api_client_id', 'API client ID'),
    password('api_client_secret', 'API client secret'),
  ],
  { link: WORKDAY },
);

// Source: Workday, "Reports as a Service": a custom report that is enabled as a web service.
const workdayRaas = custom(
  'report_as_a_service',
  [
    url('report_url', 'Report URL', {
      placeholder: 'https://wd2-impl-services1.workday.com/ccx/service/customreport2/acme/…',
      description: 'Open the report, then Actions > Web Service > View URLs, and copy the JSON address.',
    }),
    text('raas_username', 'User name', { description: 'An integration system user who may run the report.' }),
    password('raas_password', 'Password'),
    hidden('format', 'Format', 'json'),
  ],
  { link: WORKDAY },
);

// Source: Workday, "Workday Query Language": an API client with the scope System.
const workdayWql = signIn(
  [
    text('wql_endpoint', 'Workday REST API endpoint', {
      ...workdayHost,
      placeholder: 'https://wd2-impl-services1.workday.com/ccx/api/v1/acme',
    }),
    text('wql_client_id', 'Client ID of the API client'),
    password('wql_client_secret', 'Client secret of the API client'),
    optional(text('data_source', 'Data source', { placeholder: 'allActiveEmployees' })),
  ],
  { link: WORKDAY },
);

// Lattice's own consent page, with nothing to type; kept in the legacy shape, as partner sign-ins were of old.
const latticePartner: Form = {
  ...signIn([]),
  guide: 'Sign in as a **super admin** of your Lattice company.',
};

export const hrisListings: readonly Listing[] = [
  { name: 'ADP Workforce Now', provider: 'adpworkforcenow', form: adpWorkforceNow },
  { name: 'BambooHR', provider: 'bamboohr', form: bambooHr },
  { name: 'BambooHR', provider: 'bamboohr', form: bambooHr, version: '1.0.0', active: false },
  { name: 'BambooHR (OAuth)', provider: 'bamboohr-oauth', form: bambooHrSignIn },
  { name: 'Deel', provider: 'deel', form: deel },
  { name: 'Deel (OAuth)', provider: 'deel-oauth', form: deelSignIn },
  { name: 'Factorial HR', provider: 'factorialhr', form: factorial },
  { name: 'Gusto', provider: 'gusto', form: gusto },
  { name: 'HiBob (API key)', provider: 'hibob', form: hiBob },
  { name: 'HiBob (Service User)', provider: 'hibob-service-user', form: hiBobServiceUser },
  { name: 'Humaans', provider: 'humaans', form: humaans },
  {
    name: 'Lattice (Partner OAuth)',
    provider: 'lattice-partner-oauth',
    legacy: { production: latticePartner },
  },
  { name: 'Oracle HCM', provider: 'oraclehcm', form: oracleHcm },
  { name: 'Paylocity', provider: 'paylocity', form: paylocity },
  { name: 'Personio', provider: 'personio', form: personio },
  { name: 'Personio (Custom Integrations)', provider: 'personio-custom-integrations', form: personioCustom },
  { name: 'Sage', provider: 'sage', form: sageHr },
  { name: 'SAP SuccessFactors', provider: 'sapsuccessfactors', form: successFactors },
  { name: 'UKG Pro', provider: 'ukgpro', form: ukgPro },
  { name: 'UKG Pro Workforce Management', provider: 'ukgprowfm', form: ukgProWfm },
  { name: 'UKG Ready (OAuth)', provider: 'ukgready-oauth', form: ukgReadySignIn },
  {
    name: 'UKG Ready (OAuth Client Credentials)',
    provider: 'ukgready-oauth-client-credentials',
    form: ukgReadyClient,
  },
  { name: 'Workday', provider: 'workday', form: workday },
  { name: 'Workday (OAuth)', provider: 'workday-oauth2', form: workdaySignIn },
  { name: 'Workday RaaS', provider: 'workday-raas', form: workdayRaas },
  { name: 'Workday WQL (OAuth)', provider: 'workday-wql', form: workdayWql },
];

export const hrisGeneric: readonly GenericRow[] = [
  ['Breathe HR', 'breathehr', 'api key'],
  ['Cascade HR', 'cascadehr', 'client id + secret'],
  ['Cezanne HR', 'cezannehr', 'client id + secret'],
  ['Charlie HR', 'charliehr', 'client id + secret'],
  ['Deel (Partner OAuth)', 'deel-partner-oauth', 'oauth2'],
  ['Employment Hero', 'employmenthero', 'client id + secret'],
  ['Factorial HR (Partner OAuth)', 'factorialhr-partner-oauth', 'oauth2'],
  ['Fourth', 'fourth', 'user name + password'],
  ['Hailey HR', 'haileyhr', 'client id + secret'],
  ['HR Cloud', 'hrcloud', 'api key'],
  ['Oyster HR', 'oysterhr', 'api key'],
  ['PayFit', 'payfit', 'api key'],
  ['Simployer One', 'simployer', 'api key + subdomain'],
  ['Staffology HR', 'staffologyhr', 'api key'],
  ['Zelt', 'zelt', 'api key + subdomain'],
];
