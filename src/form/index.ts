/** From a connector's fields to what a submit sends: conditions, defaults, validation. No React, no network. */
export { applicableFields } from './applicable.js';
export { cleanPasted } from './clean.js';
export {
  type ConditionContext,
  type ConditionFacts,
  conditionContext,
  conditionHolds,
} from './condition.js';
export { initialValue, initialValues, type StoredValues, storedSecret } from './defaults.js';
export { type Draft, type FormValues, joinedChoices, selectedChoices } from './fieldValue.js';
export { draftOf, type LeftForm } from './left.js';
export { type InputHints, inputHints, LEAVE_ALONE, NOT_RECORDED } from './inputHints.js';
export { type PlacedNotices, visibleNotices } from './notices.js';
export { compilePattern } from './pattern.js';
export {
  type FormSchemaOptions,
  formSchema,
  type Issue,
  issuesOf,
  readProblem,
  writeProblem,
} from './schema.js';
export { type Submission, type SubmissionInput, stringifyCredentials, submission } from './submission.js';
export { domainOf, type FieldProblem, MAX_LENGTH, type ProblemKey, validateField } from './validate.js';
