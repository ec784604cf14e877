/** What the chunk for signing in at a provider is entered by. */
export { authorize } from './authorize.js';
export { resumeSignIn } from './resume.js';
