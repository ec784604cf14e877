import type { BrowserContext } from 'playwright-core';

/** What was wrong so far on any page of a context, or in any frame. */
export type Complaints = () => readonly string[];

/** Before what a page reports by its console. */
const MARK = 'violation:';

/** What browsers say of what is as it should be: an answer that is no success. */
const HARMLESS = /^Failed to load resource/;

/** Hears of every violation of a policy, of uncaught errors, and of errors and policies on the console. */
export async function hearComplaints(context: BrowserContext): Promise<Complaints> {
  const complaints = new Set<string>();
  await context.addInitScript(reportViolations, MARK);
  context.on('weberror', (error) => void complaints.add(String(error.error())));
  context.on('console', (message) => {
    const text = message.text();
    const isError = message.type() === 'error' && !HARMLESS.test(text);
    if (isError || text.startsWith(MARK) || isAboutPolicy(text)) complaints.add(text);
  });
  return () => [...complaints];
}

/** Also where it is only reported, or only a warning. */
const isAboutPolicy = (text: string): boolean =>
  /Content[ -]Security[ -]Policy|TrustedTypes|Trusted Type/i.test(text);

/** Runs in the page. */
function reportViolations(mark: string): void {
  const say = console.debug.bind(console);
  window.addEventListener('securitypolicyviolation', (event) => {
    const { documentURI, violatedDirective, blockedURI, sourceFile } = event;
    say(`${mark} ${violatedDirective} on ${documentURI} forbids ${blockedURI}, from ${sourceFile}`);
  });
}
