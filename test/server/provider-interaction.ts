import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionResults } from 'oidc-provider';
import type { Provider } from 'oidc-provider/lib/provider.js';
import { HOSTILE_DESCRIPTION } from '../../src/sandbox/sign-in/consent.js';
import { type Coop, consentPage, isCoop, problemPage, sendPage, signInPage } from './provider-pages.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

const DEFAULT_EMAIL = 'avery@acme.example';
const LONGEST_FORM = 8 * 1024;

/** `/interaction/{uid}`: asks who it is and whether they allow it, and hands the answer to the provider. */
export async function answerInteraction(
  provider: Provider,
  defaultCoop: Coop,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const wanted = interaction.params['coop'];
  const coop = isCoop(wanted) ? wanted : defaultCoop;
  if (request.method !== 'POST') {
    return sendPage(response, pageFor(interaction, coop, isSwitching(request)));
  }
  const form = await readForm(request);
  const decision = form.get('decision');
  if (decision === 'switch') {
    response.writeHead(303, { location: `${pathOf(request)}?switch` }).end();
    return;
  }
  const result = await resultOf(provider, interaction, form);
  if (!result) return sendPage(response, problemPage(coop, 'There is no such choice.'));
  const options = { mergeWithLastSubmission: decision !== 'sign-in' };
  await provider.interactionFinished(request, response, result, options);
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?')[0] ?? '';
const isSwitching = ({ url = '' }: IncomingMessage): boolean => url.endsWith('?switch');

function pageFor({ prompt, params, session }: Interaction, coop: Coop, switching: boolean) {
  const service = textOf(params['service']) ?? 'your account';
  if (prompt.name === 'consent' && !switching) {
    return consentPage({ service, coop, email: session?.accountId ?? '' });
  }
  return signInPage({
    service,
    coop,
    email: switching ? '' : (textOf(params['login_hint']) ?? DEFAULT_EMAIL),
  });
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

async function resultOf(
  provider: Provider,
  interaction: Interaction,
  form: URLSearchParams,
): Promise<InteractionResults | undefined> {
  switch (form.get('decision')) {
    case 'sign-in':
      await forgetOther(provider, interaction, form.get('email') ?? '');
      return { login: { accountId: form.get('email') ?? '' } };
    case 'allow':
      return { consent: { grantId: await grant(provider, interaction) } };
    case 'deny':
      return { error: 'access_denied', error_description: 'The user did not agree.' };
    case 'fail':
      return { error: 'server_error', error_description: HOSTILE_DESCRIPTION };
    default:
      return undefined;
  }
}

/** Signs out whoever was signed in before: one browser is one person at a time. */
async function forgetOther(provider: Provider, interaction: Interaction, email: string): Promise<void> {
  if (!interaction.session || interaction.session.accountId === email) return;
  const session = await provider.Session.findByUid(interaction.session.uid);
  await session?.destroy();
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

async function grant(provider: Provider, { grantId, params, session }: Interaction): Promise<string> {
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const made = known ?? newGrant(provider, session?.accountId, params['client_id'] as string);
  made.addOIDCScope(textOf(params['scope']) ?? 'openid');
  return made.save();
}

function newGrant(provider: Provider, accountId: string | undefined, clientId: string) {
  return new provider.Grant({ clientId, ...(accountId !== undefined && { accountId }) });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk as string;
    if (text.length > LONGEST_FORM) throw new Error('The form is too large.');
  }
  return new URLSearchParams(text);
}
