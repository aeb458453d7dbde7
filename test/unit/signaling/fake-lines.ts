import { silentLogger } from '../../../src/base/logger.js';
import { NexError } from '../../../src/base/nex-error.js';
import { ReconnectingEndpoint, type ReconnectingEndpointOptions } from '../../../src/signaling/reconnecting-endpoint.js';
import type { LineEvents, LineOpener } from '../../../src/signaling/signaling-line.js';
import type { EndpointPhase } from '../../../src/signaling/signaling-port.js';
import type { FakeClock } from '../../support/fake-clock.js';

export const DOWN = new NexError('signaling/unreachable', 'down', { retryable: true });

type EndpointOptions = Pick<ReconnectingEndpointOptions, 'isOursForLife' | 'reconnectAttempts'>;

export interface FakeLine {
  readonly server: string;
  readonly events: LineEvents;
  readonly openTimeoutMs: number;
  readonly sent: unknown[];
  checks: number;
  isClosed: boolean;
}

/** An endpoint whose lines do what the test says, with all that it told. */
export class FakeLines {
  /** Every line that was opened, in order, with the server it went to. */
  readonly all: FakeLine[] = [];
  readonly phases: EndpointPhase[] = [];
  readonly messages: unknown[] = [];
  finals = 0;
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  endpoint(servers: readonly string[], options: EndpointOptions = {}): ReconnectingEndpoint {
    return new ReconnectingEndpoint({
      ...options,
      address: 'me',
      handlers: { onMessage: ({ content }) => this.messages.push(content), onPhase: (phase) => this.phases.push(phase) },
      openers: servers.map((server): LineOpener => (events, openTimeoutMs) => {
        const line: FakeLine = { server, events, openTimeoutMs, sent: [], checks: 0, isClosed: false };
        this.all.push(line);
        return {
          send: (_to, content) => line.sent.push(content),
          check: () => (line.checks += 1),
          close: () => (line.isClosed = true),
        };
      }),
      clock: this.#clock,
      logger: silentLogger,
      random: () => 0.5,
      onFinal: () => (this.finals += 1),
    });
  }

  /** Open on the last of these; the ones before cannot be reached. */
  async opened(servers: readonly string[], options: EndpointOptions = {}): Promise<ReconnectingEndpoint> {
    const endpoint = this.endpoint(servers, options);
    const started = endpoint.start();
    while (this.last.server !== servers.at(-1)) this.last.events.handleEnd(DOWN);
    this.last.events.handleOpen();
    if ((await started) !== 'open') throw new Error('taken');
    return endpoint;
  }

  get last(): FakeLine {
    const line = this.all.at(-1);
    if (line === undefined) throw new Error('no line');
    return line;
  }

  get servers(): string {
    return this.all.map(({ server }) => server).join('');
  }
}
