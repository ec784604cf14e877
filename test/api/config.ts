import { type ConfigChoice, connectorConfig } from '../../src/api/connectorConfig.js';
import type { ConnectorConfig } from '../../src/api/model.js';
import { ConnectorDetails } from '../../src/api/schemas.js';
import { details } from './wire.js';

/** Chooses the one entry of a legacy configuration in wire.ts. */
export const CHOICE: ConfigChoice = { configKey: 'api_key', environment: 'production' };

/** A configuration as the hub works with it, from what a server says. */
export const configOf = (
  config: object,
  choices: readonly ConfigChoice[] = [CHOICE],
  externalTriggerToken?: string,
): ConnectorConfig =>
  connectorConfig({ details: ConnectorDetails.parse(details(config)), choices, externalTriggerToken });
