import { expect } from '@open-wc/testing';
import { createMediaSession, type MediaSessionLike } from '../../../src/world/late-media-session.js';

interface FakeSession extends MediaSessionLike {
  readonly handlers: Map<string, () => void>;
  readonly active: string[];
}

function createSession(known: readonly string[] = ['togglemicrophone', 'togglecamera', 'hangup']): FakeSession {
  const handlers = new Map<string, () => void>();
  const active: string[] = [];
  return {
    metadata: null,
    handlers,
    active,
    setActionHandler(action, handler) {
      if (!known.includes(action)) throw new TypeError('unknown action');
      if (handler === null) handlers.delete(action);
      else handlers.set(action, handler);
    },
    setMicrophoneActive: (isActive) => active.push(`microphone ${String(isActive)}`),
    setCameraActive: (isActive) => active.push(`camera ${String(isActive)}`),
  };
}

describe('the media session', () => {
  const pressed: string[] = [];
  const actions = {
    toggleMicrophone: () => pressed.push('microphone'),
    toggleCamera: () => pressed.push('camera'),
    hangUp: () => pressed.push('hang up'),
  } as unknown as Parameters<ReturnType<typeof createMediaSession>['open']>[1];
  const createMetadata = (title: string): object => ({ title });

  beforeEach(() => {
    pressed.length = 0;
  });

  it('has the title and the buttons of the call until it is closed', () => {
    const session = createSession();
    const controls = createMediaSession({ session, createMetadata });
    controls.open('Page', actions);
    expect(session.metadata).to.deep.equal({ title: 'Page' });
    for (const press of session.handlers.values()) press();
    expect(pressed).to.deep.equal(['microphone', 'camera', 'hang up']);
    controls.show(true, false);
    expect(session.active).to.deep.equal(['microphone true', 'camera false']);
    controls.close();
    expect(session.metadata).to.equal(null);
    expect(session.handlers.size).to.equal(0);
    controls.show(false, false);
    expect(session.active).to.have.length(2);
  });

  it('leaves a place that the page has taken, and what the page puts there later', () => {
    const music = { title: 'Music' };
    const session = { ...createSession(), metadata: music };
    const controls = createMediaSession({ session, createMetadata });
    controls.open('Page', actions);
    controls.close();
    expect(session.metadata).to.equal(music);
    expect(session.handlers.size).to.equal(0);
    const later = createSession();
    const others = createMediaSession({ session: later, createMetadata });
    others.open('Page', actions);
    later.metadata = music;
    others.close();
    expect(later.metadata).to.equal(music);
  });

  it('does without what a browser lacks', () => {
    const session = createSession(['hangup']);
    const controls = createMediaSession({ session, createMetadata });
    controls.open('Page', actions);
    expect([...session.handlers.keys()]).to.deep.equal(['hangup']);
    controls.close();
    const none = createMediaSession({ session: undefined, createMetadata });
    none.open('Page', actions);
    none.show(true, true);
    none.close();
    const bare: MediaSessionLike = { metadata: null };
    const least = createMediaSession({ session: bare, createMetadata: () => null });
    least.open('Page', actions);
    least.show(true, true);
    least.close();
    expect(bare.metadata).to.equal(null);
  });
});
