/** HR systems of earlier days, on premises for the most part; servers still answer them in the legacy shape. */
import { custom, type Form, type Listing } from './entries.js';
import {
  hidden,
  longSecret,
  longText,
  number,
  option,
  optional,
  password,
  pem,
  select,
  steps,
  text,
  toCopy,
  url,
  WEBHOOK_URL,
} from './fields.js';
import type { GenericRow } from './generic.js';

// Source: ADP, "Developer resources" (developers.adp.com): sandbox (UAT) and production take different certificates.
const adpV1 = (subject: string): Form =>
  custom(
    'mutual_tls_v1',
    [
      text('client_id', `${subject} client ID`),
      password('client_secret', `${subject} client secret`),
      longText('certificate_pem', 'Certificate', {
        ...pem('CERTIFICATE'),
        tooltip: 'The .pem file from ADP.',
      }),
      longSecret('certificate_key', 'Certificate key', pem('PRIVATE KEY')),
      optional(password('certificate_passphrase', 'Passphrase of the key')),
    ],
    {
      link: 'https://developers.adp.com/',
      guide: 'Version 1 reads **Workers v1** only. New connections should use ADP Workforce Now.',
    },
  );

// Source: Oracle, "PeopleTools: Integration Broker", REST services behind the integration gateway.
const peopleSoft = custom(
  'integration_broker',
  [
    url('gateway_url', 'Integration gateway URL', {
      placeholder: 'https://hr.acme.com/PSIGW/RESTListeningConnector',
    }),
    text('node', 'Default local node', { placeholder: 'PSFT_HR' }),
    text('operator_id', 'Operator ID'),
    password('operator_password', 'Operator password'),
    optional(
      select('tools_release', 'PeopleTools release', [
        option('8.59', '8.59'),
        option('8.60', '8.60 or later'),
      ]),
    ),
  ],
  {
    link: 'https://docs.oracle.com/en/applications/peoplesoft/',
    guide: steps(
      'Open **PeopleTools** > **Integration Broker** > **Web Services**.',
      'Publish `CI_JOB_DATA` and `CI_PERSONAL_DATA` as REST services.',
      'Give the operator a permission list with both services.',
    ),
  },
);

// Source: SAP Help, "SAP Gateway Foundation": OData services of an on-premises system, by client.
const sapErpHcm = custom(
  'gateway',
  [
    text('gateway_host', 'SAP Gateway host', { placeholder: 'sap.acme.com' }),
    number('gateway_port', 'HTTPS port', {
      value: 44300,
      description: 'Find it in transaction SMICM under Services.',
    }),
    text('sap_client', 'Client', {
      placeholder: '100',
      validation: { type: 'html-pattern', pattern: '^[0-9]{3}$', error: 'A client is three digits.' },
    }),
    text('sap_user', 'SAP user'),
    password('sap_password', 'SAP password'),
    hidden('sap_language', 'Language', 'EN'),
  ],
  {
    link: 'https://help.sap.com/docs/SAP_ERP',
    guide: 'Activate the services in transaction `/IWFND/MAINT_SERVICE` first.',
  },
);

// Source: Kronos, "Workforce Central Developer's Toolkit": XML over HTTP with a user's sign-in.
const workforceCentral = custom(
  'xml_api',
  [
    url('wfc_url', 'Workforce Central URL', { placeholder: 'https://kronos.acme.com/wfc/XmlService' }),
    text('wfc_username', 'User name'),
    password('wfc_password', 'Password'),
  ],
  {
    link: 'https://community.kronos.com/',
    guide: 'Workforce Central is no longer sold. For its successor choose **UKG Pro Workforce Management**.',
  },
);

// Source: Workday, "Workday Web Services Directory": the SOAP services, by the version of their WSDL.
const workdaySoap = custom(
  'soap_v1',
  [
    url('wsdl_url', 'Human Resources WSDL URL', {
      placeholder: 'https://wd2-impl-services1.workday.com/ccx/service/acme/Human_Resources/v30.0?wsdl',
    }),
    text('soap_username', 'User name with tenant', {
      placeholder: 'ISU_StackOne@acme',
      validation: {
        pattern: '^[^@]+@[^@]+$',
        errorMessage: 'Write the user name, an @ and the tenant.',
      },
    }),
    password('soap_password', 'Password'),
    toCopy('notification_url', 'Notification URL', WEBHOOK_URL, {
      description: 'Where an outbound message of Workday would go.',
    }),
  ],
  {
    link: 'https://doc.workday.com/',
    guide: 'Kept for connections made before the REST API. Use **Workday** for new ones.',
  },
);

export const hrisLegacyListings: readonly Listing[] = [
  {
    name: 'ADP Workforce Now (v1)',
    provider: 'adpworkforcenow',
    legacy: { production: adpV1('Production'), sandbox: adpV1('Sandbox') },
  },
  { name: 'Oracle PeopleSoft HCM', provider: 'peoplesoft', legacy: { production: peopleSoft } },
  { name: 'SAP ERP HCM (on premises)', provider: 'saperphcm', legacy: { production: sapErpHcm } },
  {
    name: 'UKG Workforce Central',
    provider: 'kronosworkforcecentral',
    legacy: { production: workforceCentral },
  },
  { name: 'Workday (v1, SOAP)', provider: 'workday', legacy: { production: workdaySoap } },
];

export const hrisLegacyGeneric: readonly GenericRow[] = [
  ['Namely (v1)', 'namely', 'api key + subdomain'],
  ['Sage 50 HR', 'sage50hr', 'user name + password'],
];
