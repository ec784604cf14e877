import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { ConnectedAccount, ConnectHubEvents } from 'connect-hub/element';
import 'connect-hub/element';
import { getBaseUrl, getToken } from './backend';

@Component({
  selector: 'app-root',
  templateUrl: './app.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
})
export class App {
  readonly baseUrl = signal<string | undefined>(undefined);
  readonly accounts = signal<readonly ConnectedAccount[]>([]);
  readonly getToken = getToken;

  async open(): Promise<void> {
    this.baseUrl.set(await getBaseUrl());
  }

  connected({ detail }: ConnectHubEvents['hub-success']): void {
    this.accounts.update((others) => [...others, detail]);
  }
}
