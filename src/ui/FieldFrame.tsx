import { type ReactNode, useState } from 'react';
import { useForeign } from './foreign.js';
import { Icon } from './Icon.js';
import { idList } from './idList.js';
import { InlineProse } from './Prose.js';
import { useText } from './text.js';

interface FieldFrameProps {
  /** The input's DOM id; the help texts' ids are made from it. */
  readonly id: string;
  /** What is asked for, in the provider's words. */
  readonly label: string;
  /** `false` says so beside the label; what is required is the rule and goes without saying. */
  readonly required: boolean;
  /** There is no one input to be labelled, but several: the label is the group's. */
  readonly group?: boolean | undefined;
  /** Help that is always shown, below the input. */
  readonly description?: string | undefined;
  /** Help that is shown on demand, behind a button beside the label. */
  readonly tooltip?: string | undefined;
  /** A short remark on what just happened to the value. */
  readonly remark?: string | undefined;
  /** What is wrong with the value. */
  readonly problem?: string | undefined;
  /**
   * The input; it is handed the ids of all that describes it. What describes a group is said of the group: the first
   * of its inputs, to which the focus goes, is left to say what is wrong.
   */
  readonly children: (describedBy: string | undefined) => ReactNode;
}

/** What every field has: a label, help, and what is wrong, tied to its input for those who do not see it. */
export function FieldFrame(props: FieldFrameProps): ReactNode {
  const { id, label, required, group, description, tooltip, remark, problem, children } = props;
  const text = useText();
  const foreign = useForeign();
  const [helpOpen, setHelpOpen] = useState(false);
  const problemId = problem && `${id}-problem`;
  const aboutIds = idList(
    description && `${id}-description`,
    helpOpen && `${id}-help`,
    remark && `${id}-remark`,
  );
  const Label = group ? 'span' : 'label';
  return (
    <div
      className="hub-field"
      part="field"
      data-invalid={problem ? true : undefined}
      {...(group && {
        role: 'group',
        'aria-labelledby': `${id}-label`,
        'aria-describedby': aboutIds,
      })}
    >
      <div className="hub-label-row">
        <Label
          id={`${id}-label`}
          className="hub-label"
          part="label"
          {...foreign}
          {...(!group && { htmlFor: id })}
        >
          {label}
        </Label>
        {!required && <span className="hub-optional">{text('form.optional')}</span>}
        {tooltip && (
          <button
            type="button"
            className="hub-help-button"
            aria-label={text('form.help', { label })}
            aria-expanded={helpOpen}
            aria-controls={`${id}-help`}
            onClick={() => setHelpOpen(!helpOpen)}
          >
            <Icon name="info" />
          </button>
        )}
      </div>
      {tooltip && (
        <p id={`${id}-help`} className="hub-help" hidden={!helpOpen} {...foreign}>
          <InlineProse>{tooltip}</InlineProse>
        </p>
      )}
      {children(group ? problemId : idList(problemId, aboutIds))}
      {problem && (
        <p id={problemId} className="hub-problem">
          <Icon name="alert" />
          <span dir="auto">{problem}</span>
        </p>
      )}
      {remark && (
        <p id={`${id}-remark`} className="hub-hint" role="status">
          {remark}
        </p>
      )}
      {description && (
        <p id={`${id}-description`} className="hub-hint" {...foreign}>
          <InlineProse>{description}</InlineProse>
        </p>
      )}
    </div>
  );
}
