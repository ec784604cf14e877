import { connection } from 'next/server';
import { Integrations } from './integrations';

/** A server component: what it reads of the environment reaches the page only where it is handed on. */
export default async function Page() {
  await connection();
  return <Integrations baseUrl={process.env.STACKONE_API_URL} />;
}
