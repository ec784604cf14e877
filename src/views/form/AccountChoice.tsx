import { type ReactNode, useId } from 'react';
import { Icon } from '../../ui/Icon.js';
import { useText } from '../../ui/text.js';

export interface AccountChoiceProps {
  /** The accounts, in their order. */
  readonly ids: readonly string[];
  /** The account whose form this is. */
  readonly chosen: string;
  /** Hears which one is to be edited instead. */
  readonly onChoose: (accountId: string) => void;
}

/** Which of several connected accounts is edited; by number, as the list knows them by their ids alone. */
export function AccountChoice({ ids, chosen, onChoose }: AccountChoiceProps): ReactNode {
  const text = useText();
  const id = useId();
  return (
    <div className="hub-field" part="field">
      <label className="hub-label" part="label" htmlFor={id}>
        {text('form.account')}
      </label>
      <div className="hub-input-box">
        <select
          id={id}
          className="hub-input"
          part="input"
          data-select
          value={chosen}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {ids.map((accountId, index) => (
            <option key={accountId} value={accountId}>
              {text('form.accountNumber', { count: index + 1 })}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </div>
    </div>
  );
}
