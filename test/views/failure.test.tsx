import { render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { describe, expect, it } from 'vitest';
import { HubError, type HubErrorInit } from '../../src/api/errors.js';
import { HUB_ERROR_CODES } from '../../src/contract/errors.js';
import { FailureNotice } from '../../src/views/form/FailureNotice.js';
import '../text/english.js';

/** What a form says of a try that did not work: what happened, and what to do next. */

function say(failure: HubErrorInit): HTMLElement {
  render(
    <FailureNotice
      urgent
      boxRef={createRef()}
      name="HubSpot"
      failure={new HubError(failure)}
      retrySafe={false}
    />,
  );
  return screen.getByRole('alert');
}

const lines = (notice: HTMLElement): readonly string[] =>
  [...notice.querySelectorAll('.hub-notice-text > div > p')].map(({ textContent }) => textContent ?? '');

const AGAIN = 'Please try again. If this keeps happening, tell your administrator.';
const ASK = 'Please ask your administrator.';

describe('of a sign-in that', () => {
  it.each<[string, HubErrorInit, readonly string[]]>([
    [
      'was denied',
      { code: 'access_denied' },
      ['Access was not given at HubSpot.', 'Sign in again and give access.'],
    ],
    ['failed at the provider', { code: 'provider_error' }, ['HubSpot could not finish the sign-in.', AGAIN]],
    [
      'took too long',
      { code: 'attempt_expired' },
      ['The sign-in took too long and has ended. Please start again.'],
    ],
    [
      'is not known any more',
      { code: 'attempt_not_found' },
      ['The sign-in took too long and has ended. Please start again.'],
    ],
    [
      'was cancelled elsewhere',
      { code: 'window_closed' },
      ['The sign-in was cancelled. Please start again.'],
    ],
    [
      'was begun in another browser',
      { code: 'not_same_browser' },
      ['That sign-in was not started in this browser. Please start again here.'],
    ],
    [
      'led to an account that is there',
      { code: 'already_connected' },
      ['This HubSpot account is already connected.', 'To add another one, use a different account.'],
    ],
    [
      'did not find back',
      { code: 'opener_severed' },
      ['The sign-in could not come back to this page.', AGAIN],
    ],
    [
      'the host is not set up for',
      { code: 'config_error' },
      ['Something is not set up correctly here.', ASK],
    ],
  ])('%s', (_, failure, words) => {
    expect(lines(say(failure))).toEqual(words);
  });
});

it('what the server refused is put to what was typed', () => {
  expect(lines(say({ code: 'provider_error', status: 400 }))).toEqual([
    'HubSpot did not accept these credentials. Please check them and try again.',
  ]);
});

it.each(HUB_ERROR_CODES)('%s is said in words, and in few', (code) => {
  const words = lines(say({ code }));
  expect(words.length).toBeGreaterThan(0);
  expect(words.length).toBeLessThan(3);
  for (const line of words) expect(line).toMatch(/^[A-Z].*[.]$/);
  expect(words.join(' ')).not.toContain(code);
});

describe('the provider’s own words', () => {
  it('stand behind Details, as text', () => {
    const notice = say({ code: 'provider_error', details: '<img src=x onerror=alert(1)> said no' });
    const details = notice.querySelector('details');
    expect(details).not.toHaveAttribute('open');
    expect(details).toHaveTextContent('<img src=x onerror=alert(1)> said no');
    expect(notice.querySelector('img')).toBeNull();
  });

  it('take no place where there are none', () => {
    expect(say({ code: 'access_denied' }).querySelector('details')).toBeNull();
  });
});
