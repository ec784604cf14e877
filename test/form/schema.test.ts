import { describe, expect, it } from 'vitest';
import { formSchema, readProblem, writeProblem } from '../../src/form/schema.js';
import { field, HOSTILE_KEYS } from './fields.js';

const secret = field({ id: 'f1', key: 'key', secret: true, required: true });
const account = { setupInformation: {}, secrets: { key: '__secretvalue:**redacted**1234' } };

const issues = (...[schema, values]: [ReturnType<typeof formSchema>, unknown]) =>
  schema.safeParse(values).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

describe('the schema of a form', () => {
  it('names every problem by field id and key', () => {
    const schema = formSchema([field({ id: 'f0', required: true }), field({ id: 'f1', type: 'number' })]);
    expect(issues(schema, { f0: ' ', f1: 'x' })).toEqual([
      ['f0', 'required'],
      ['f1', 'number'],
    ]);
    expect(issues(schema, { f0: 'a', f1: ' 1 ' })).toEqual([]);
  });

  it('takes a value that is not there yet for an empty one', () => {
    expect(issues(formSchema([field({ id: 'f0', required: true })]), {})).toEqual([['f0', 'required']]);
    expect(formSchema([field({ id: 'f0' })]).parse({})).toEqual({ f0: '' });
  });

  it('keeps what was typed, and drops what is no field that applies', () => {
    expect(formSchema([field({ id: 'f0' })]).parse({ f0: ' a ', f9: 'x' })).toEqual({ f0: ' a ' });
  });

  it('asks for a stored secret only while it is being replaced', () => {
    expect(issues(formSchema([secret], { account }), { f1: '' })).toEqual([]);
    const replacing = formSchema([secret], { account, replacedSecrets: new Set(['f1']) });
    expect(issues(replacing, { f1: '' })).toEqual([['f1', 'required']]);
    expect(issues(formSchema([secret]), { f1: '' })).toEqual([['f1', 'required']]);
  });

  it.each(HOSTILE_KEYS)('does not care for the key %j', (key) => {
    const schema = formSchema([field({ id: 'f0', key, required: true })]);
    expect(issues(schema, { f0: '' })).toEqual([['f0', 'required']]);
    expect(schema.parse({ f0: 'x' })).toEqual({ f0: 'x' });
  });
});

describe('a problem', () => {
  it.each([{ key: 'required' }, { text: 'required' }, { text: 'text:required' }, { text: '' }] as const)(
    'comes through as a message: %j',
    (problem) => {
      expect(readProblem(writeProblem(problem))).toEqual(problem);
    },
  );

  it("is the server's own sentence in an issue, too", () => {
    const validation = { kind: 'pattern', pattern: '^x$', error: 'Say x.' } as const;
    const [issue] = issues(formSchema([field({ id: 'f0', validation })]), { f0: 'y' });
    expect(readProblem(issue?.[1] ?? '')).toEqual({ text: 'Say x.' });
  });
});
