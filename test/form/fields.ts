import type { Field, Notice } from '../../src/api/model.js';

/** A plain, shown, optional text field; its id is `f-` and the key, so that tests can name its value. */
export const field = (parts: Partial<Field> = {}): Field => ({
  id: `f-${parts.key ?? 'name'}`,
  key: 'name',
  label: 'Name',
  type: 'text',
  required: false,
  readOnly: false,
  secret: false,
  hidden: false,
  options: [],
  delimiter: ' ',
  ...parts,
});

export const options = (...values: string[]): Field['options'] =>
  values.map((value) => ({ value, label: value.toUpperCase() }));

export const notice = (parts: Partial<Notice> = {}): Notice => ({
  id: 'n0',
  tone: 'info',
  description: 'Good to know.',
  position: 'top',
  ...parts,
});

/** Keys that have broken forms elsewhere. */
export const HOSTILE_KEYS = [
  'a.b',
  'items[0]',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '1',
  'f0',
  'x&y=z',
  '</script>',
  '"quoted"\\',
  'schlüssel',
  'line\nbreak',
  '\u2028',
  '\ud800',
  'k'.repeat(500),
];
