import 'nexrtc/nex-call.js';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { NexStateChangedEvent } from 'nexrtc/elements';

const address = new URLSearchParams(location.search);

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <nex-call [room]="room" [server]="server" [theme]="theme()" (nex-state-changed)="onState($event)"></nex-call>
    <p>
      The call is <output>{{ status() }}</output>. <button (click)="theme.set('dark')">Dark</button>
    </p>
  `,
})
export class App {
  protected readonly room = address.get('room') ?? 'team-standup';
  protected readonly server = address.get('server');
  protected readonly theme = signal<'auto' | 'dark'>('auto');
  protected readonly status = signal('not there yet');

  protected onState(event: Event): void {
    this.status.set((event as NexStateChangedEvent).detail.state);
  }
}
