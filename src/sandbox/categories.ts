/** The categories of the contract, in the wire's spelling. */
export const CATEGORIES = [
  'ats',
  'hris',
  'hris-legacy',
  'crm',
  'iam',
  'marketing',
  'lms',
  'stackone',
  'documents',
  'ticketing',
  'screening',
  'messaging',
  'accounting',
  'scheduling',
] as const;

const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['hrisLegacy', 'hris-legacy'],
  ['stackOne', 'stackone'],
]);

/** The wire's spelling of a category; one that nobody knows stays as it is, and has no connectors. */
export const categoryOf = (spelling: string): string => OTHER_SPELLINGS.get(spelling) ?? spelling;
