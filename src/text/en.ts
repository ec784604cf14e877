/**
 * Every sentence that the way to the first screen can show. Names in braces are filled in; `_one` and `_other` are
 * the plural forms of the sentence before the underscore. What comes after it is in `en.later.ts`. The other languages
 * have all of it in one file each, and the types tell what one lacks.
 */
export const en = {
  /** The BCP 47 tag of the language that these sentences are in. */
  language: 'en',

  'title.create': 'Connect an account',

  'session.for': 'For {owner}',
  'session.forUser': 'For {owner} · {user}',
  'session.test': 'Test',
  'session.testHint': 'This is a test session: what you connect here is marked as a test account.',

  'action.back': 'Back',
  'action.close': 'Close',
  'action.tryAgain': 'Try again',
  'action.clearSearch': 'Clear search',

  'busy.loading': 'Loading…',
  'busy.stillLoading': 'Still loading. Your internet connection may be slow.',

  'picker.search': 'Search by name or category',
  'picker.searchHint': 'Search',
  'picker.categories': 'Categories',
  'picker.all': 'All',
  'picker.list': 'What you can connect',
  'picker.results_one': '{count} result',
  'picker.results_other': '{count} results',
  'picker.noResults': 'Nothing matches “{query}”',
  'picker.noResultsHint': 'Check the spelling, or browse everything you can connect.',
  'picker.showAll': 'Show everything',
  'picker.connected': 'Connected',
  'picker.connectedHint': 'Connected, opens for editing',

  'form.reference': 'Reference: {id}',

  'unavailable.expired.title': 'Your session has expired',
  'unavailable.expired.text':
    'For your security it lasts only a short while. Close this and open it again to continue.',
  'unavailable.expired.kept':
    'What you typed is still here. It will be back as soon as your session is renewed.',
  'unavailable.rejected.title': 'This session is not valid',
  'unavailable.rejected.text': 'Please close this and open it again.',
  'unavailable.forbidden.title': 'You do not have access to this',
  'unavailable.forbidden.text': 'Please ask your administrator.',
  'unavailable.empty.title': 'There is nothing to connect yet',
  'unavailable.empty.text': 'No integration has been set up for you. Please ask your administrator.',
  'unavailable.connectorGone.title': 'This integration is no longer available',
  'unavailable.connectorGone.text':
    'It may have been turned off. If you still need it, please ask your administrator.',
  'unavailable.accountGone.title': 'This connection no longer exists',
  'unavailable.accountGone.text': 'It may have been removed. If you still need it, please connect it again.',
  'unavailable.tooMuch.title': 'This form is too large to be shown',
  'unavailable.tooMuch.text': 'Please ask your administrator.',
  'unavailable.unreachable.title': 'We cannot reach the service',
  'unavailable.unreachable.text': 'Please check your internet connection and try again.',
  'unavailable.offline.title': 'You are offline',
  'unavailable.offline.text': 'We will continue as soon as you are back online.',
  'unavailable.down.title': 'Something went wrong on our side',
  'unavailable.down.text': 'Please try again in a moment.',
  'unavailable.unreadable.title': 'We received an answer that we do not understand',
  'unavailable.unreadable.text': 'Please try again. If this keeps happening, tell your administrator.',

  'closed.text': 'You can close this now.',

  'chunk.failed': 'We could not load this form.',

  'config.title': 'Connect Hub is not set up correctly',

  'category.ats': 'Applicant tracking',
  'category.hris': 'HR systems',
  'category.hris-legacy': 'HR systems (legacy)',
  'category.crm': 'CRM',
  'category.iam': 'Identity & access',
  'category.marketing': 'Marketing',
  'category.lms': 'Learning',
  'category.stackone': 'StackOne',
  'category.documents': 'Documents',
  'category.ticketing': 'Ticketing',
  'category.screening': 'Screening',
  'category.messaging': 'Messaging',
  'category.accounting': 'Accounting',
  'category.scheduling': 'Scheduling',
  'category.other': 'Other',
} as const;
