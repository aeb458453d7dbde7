import type { Scope } from '../../src/base/scope.js';
import { Chat } from '../../src/room/chat.js';
import type { ChatEntry } from '../../src/room/chat-entry.js';
import { OwnWords, type TabStorage } from '../../src/room/own-words.js';
import { ChatLog } from '../../src/room/chat-log.js';

export interface FakeMember {
  readonly id: string;
  readonly chat: Chat;
  readonly log: ChatLog;
  readonly news: ChatEntry[];
  readonly texts: () => string[];
}

/** Members whose messages reach each other as JSON, in order, when `deliver` is called; nobody is met before `connect`. */
export class FakeRoom {
  readonly members = new Map<string, FakeMember>();
  /** Everything that was delivered, for looking at who was told what. */
  readonly delivered: { readonly from: string; readonly to: string; readonly data: { readonly kind: string } & Record<string, unknown> }[] =
    [];
  readonly #pairs = new Set<string>();
  #waiting: { from: string; to: string; text: string }[] = [];

  constructor(
    readonly now: () => number,
    readonly scope: Scope,
  ) {}

  add(id: string, storage: TabStorage | null = null): FakeMember {
    const { now } = this;
    const log = new ChatLog();
    const news: ChatEntry[] = [];
    const chat = new Chat({
      engine: {
        localId: id,
        sendData: (data, { to } = {}) => {
          const receivers = [...this.members.keys()].filter((other) => this.#isMet(id, other) && (to === undefined || to === other));
          for (const receiver of receivers) this.#waiting.push({ from: id, to: receiver, text: JSON.stringify(data) });
          return receivers.length > 0;
        },
      },
      log,
      scope: this.scope,
      now,
      isHere: (other) => this.#isMet(id, other),
      nameOf: (other) => `Name of ${other}`,
      ownWords: new OwnWords(storage),
      isOwnId: (other) => other === id,
      onChange: (said) => news.push(...said),
    });
    const member = { id, chat, log, news, texts: () => log.list.map(({ text, isDeleted }) => (isDeleted ? '(gone)' : text)) };
    this.members.set(id, member);
    return member;
  }

  /** They can be told things from now on, and greet each other. */
  connect(a: string, b: string): void {
    this.#pairs.add(`${a} ${b}`).add(`${b} ${a}`);
    this.members.get(a)?.chat.greet(b);
    this.members.get(b)?.chat.greet(a);
  }

  part(a: string, b: string): void {
    this.#pairs.delete(`${a} ${b}`);
    this.#pairs.delete(`${b} ${a}`);
    this.members.get(a)?.chat.forget(b);
    this.members.get(b)?.chat.forget(a);
  }

  /** Until nothing is on its way; `change` may change what a member says, or (null) lose it. */
  deliver(change: (from: string, data: Record<string, unknown>) => unknown = (_from, data) => data): void {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { from, to, text } = next;
      const data = change(from, JSON.parse(text) as Record<string, unknown>);
      if (data === null) continue;
      this.delivered.push({ from, to, data: data as { kind: string } & Record<string, unknown> });
      this.members.get(to)?.chat.handle(from, data);
    }
  }

  #isMet(a: string, b: string): boolean {
    return this.#pairs.has(`${a} ${b}`);
  }
}
