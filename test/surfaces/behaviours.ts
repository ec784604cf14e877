import { create, edit, refused, signIn } from './connecting.js';
import { cancel, ended, takenAway, twoOnOnePage } from './leaving.js';
import { chosenTheme, deviceTheme } from './looks.js';
import { wrongOption } from './options.js';
import { renewedByHost, renewedByItself } from './sessions.js';

/** The rows of the table. */
export const behaviours = {
  'an account is created': create,
  'an account is edited': edit,
  'credentials are refused, then accepted': refused,
  'a sign-in at the provider': signIn,
  'an ended session, renewed by getToken': renewedByItself,
  'an ended session, and another token': renewedByHost,
  'the user cancels': cancel,
  'two on one page': twoOnOnePage,
  'the theme that the host chose': chosenTheme,
  'the theme of the device, a brand’s colour': deviceTheme,
  'an option that is wrong': wrongOption,
  'nothing is left at its end': ended,
  'nothing is left in the middle of a sign-in': takenAway,
};

export type BehaviourName = keyof typeof behaviours;
