/** Apps that show pages in a browser of their own, by what they add to its name. */
const APPS =
  /\bFBA[NV]\/|\bFB_IAB\/|\bInstagram |\bBarcelona |\bLine\/|\bLinkedInApp\b|\bSnapchat\/|\bBytedanceWebview\/|\bmusical_ly|\bTwitter(?: for i|Android)|\bMicroMessenger\/|\bPinterest\/|\bKAKAOTALK\b/;

/** The system's WebView, whatever the app. Of old it said so by a version that its Chrome does not have. */
const ANDROID = /; wv\)|\bAndroid\b.*\bVersion\/[\d.]+ Chrome\//;

/** Apple's: every browser there calls itself a Safari as well, and a WebView does not. */
const APPLE = /\((?:iPhone|iPad|iPod|Macintosh)\b.*\bAppleWebKit\b(?!.*\bSafari\/)/;

/**
 * Whether the page is shown inside an app. A window opens nowhere there, or in the page's own place: nothing is left
 * then of the page that it was opened from.
 */
export const isInAppBrowser = (userAgent: string): boolean =>
  [APPS, ANDROID, APPLE].some((pattern) => pattern.test(userAgent));
