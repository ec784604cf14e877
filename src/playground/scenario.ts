/** A ready-made session, chosen in place of one from the backend. */
export interface ScenarioChoice {
  readonly token: string;
  readonly title: string;
}
