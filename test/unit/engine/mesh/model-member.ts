import type { RtcWorld, WorldMember } from '../../../support/rtc-world/rtc-world.js';

/** One engine as its call would see it, and what became of it. */
export interface ModelMember extends WorldMember {
  /** `joining` until `join()` has settled; `out` when it was refused; `gone` when the page is no more. */
  fate: 'joining' | 'in' | 'leaving' | 'out' | 'gone';
  joinError: string | null;
  hasLeaveSettled: boolean;
  /** `since` is the world's time at which the participant was told of. */
  readonly present: Map<string, { isReady: boolean; isWeak: boolean; state: string; readonly since: number }>;
  readonly complaints: string[];
  /** Reliable messages that were taken for a participant who has not left since. */
  readonly promised: Map<string, { readonly count: number; readonly at: number }[]>;
  /** Reliable messages that came, by participant. */
  readonly received: Map<string, Set<number>>;
}

/** Creates an engine, listens to it and lets it join. */
export function startMember(world: RtcWorld, name: string, resumed?: ModelMember): ModelMember {
  const base = world.createMember(name, resumed ? { resumed } : {});
  const member: ModelMember = {
    ...base,
    fate: 'joining',
    joinError: null,
    hasLeaveSettled: false,
    present: new Map(),
    complaints: [],
    promised: new Map(),
    received: new Map(),
  };
  const { engine, present, complaints, promised, received } = member;
  engine.on('participant-joined', ({ participantId }) => {
    if (present.has(participantId)) complaints.push(`${participantId} joined twice`);
    present.set(participantId, { isReady: false, isWeak: false, state: 'initializing', since: world.scheduler.now });
  });
  engine.on('participant-left', ({ participantId }) => {
    promised.delete(participantId);
    if (!present.delete(participantId)) complaints.push(`${participantId} left without having been there`);
  });
  engine.on('participant-ready', ({ participantId }) => {
    const other = present.get(participantId);
    if (other) other.isReady = true;
    else complaints.push(`${participantId} ready without having been there`);
  });
  engine.on('connection-weak', ({ participantId, isWeak }) => {
    const other = present.get(participantId);
    if (other) other.isWeak = isWeak;
  });
  engine.on('connection-state', ({ participantId, state }) => {
    const other = present.get(participantId);
    if (!other) {
      if (state !== 'closed') complaints.push(`${participantId} ${state} without being there`);
      return;
    }
    other.state = state;
    if (state !== 'connected' && state !== 'reconnecting') other.isReady = false;
  });
  engine.on('data', ({ participantId, data }) => {
    const known = received.get(participantId) ?? new Set();
    received.set(participantId, known);
    const last = Math.max(-1, ...known);
    if (typeof data !== 'number') complaints.push('data of another shape');
    else if (data <= last) complaints.push(`${participantId} said ${String(data)} after ${String(last)}`);
    else known.add(data);
  });
  engine.on('error', ({ error }) => {
    if (error.code === 'peer/untrusted') complaints.push('peer/untrusted');
  });
  base.page.act(() => {
    engine.join().then(
      () => {
        if (member.fate === 'joining') member.fate = 'in';
      },
      (error: unknown) => {
        member.joinError = String((error as { code?: unknown }).code ?? error);
        if (member.fate === 'joining') member.fate = 'out';
      },
    );
  });
  return member;
}

/** Says a number to everybody present, one by one; each number is said once in a world, and later ones are higher. */
export function say(world: RtcWorld, { page, engine, present, promised }: ModelMember, count: number): void {
  page.act(() => {
    for (const id of present.keys()) {
      if (engine.sendData(count, { to: id })) promised.set(id, [...(promised.get(id) ?? []), { count, at: world.scheduler.now }]);
    }
  });
}

/** Leaves as a person does; settles in its own time. */
export function leave(member: ModelMember): void {
  member.fate = 'leaving';
  member.page.act(() => {
    void member.engine.leave().then(() => {
      member.hasLeaveSettled = true;
    });
  });
}
