import { expect, waitUntil, aTimeout } from '@open-wc/testing';
import { Component, createElement as h, StrictMode, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import {
  CallProvider,
  useCall,
  useCallQuality,
  useCallState,
  useDevices,
  useParticipants,
  type CallDevices,
  type UseCallOptions,
} from '../../../frameworks/react/index.js';
import type { CallExtras } from '../../../src/call/call-extras.js';
import type { Call } from '../../../src/call/call.js';
import { createFakeCall, type FakeCall } from '../../support/fake-call.js';
import { fakeParticipant } from '../../support/fake-participant.js';

const PATIENCE = { timeout: 20_000 };

describe('React hooks', () => {
  let box: HTMLElement;
  let root: Root;
  const show = (node: ReactNode): void => {
    flushSync(() => {
      root.render(h(StrictMode, null, node));
    });
  };
  const text = (): string => box.textContent;
  const shows = (expected: string): Promise<void> => waitUntil(() => text() === expected, `"${expected}" is shown`, PATIENCE);

  beforeEach(() => {
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
  });
  afterEach(() => {
    root.unmount();
    box.remove();
  });

  describe('useCall', () => {
    const calls = new Set<Call>();
    beforeEach(() => {
      calls.clear();
    });

    it('makes one call, in StrictMode and through further renders, and takes a name over', async () => {
      let madeCount = 0;
      // Read once for each call that is made, also for one that nobody gets to see.
      const extras: CallExtras = {
        get microphoneConstraints() {
          madeCount += 1;
          return {};
        },
      };
      function Twice(options: UseCallOptions): ReactNode {
        const call = useCall(options, extras);
        const name = useCallState(({ self }) => self.name, call);
        if (call) calls.add(call);
        return `${call?.state.room ?? 'none'} ${name ?? ''}`;
      }
      show(h(Twice, { room: 'garden', name: 'Ana' }));
      await shows('garden Ana');
      show(h(Twice, { room: 'garden', name: 'Ben' }));
      await shows('garden Ben');
      await aTimeout(400);
      expect(calls.size).to.equal(1);
      expect(madeCount).to.equal(1);
      expect([...calls][0]!.state.status).to.equal('lobby');
    });

    it('makes another call for another room and closes the first', async () => {
      show(h(Room, { room: 'one', calls }));
      await shows('one');
      show(h(Room, { room: 'two', calls }));
      await shows('two');
      expect(calls.size).to.equal(2);
      await waitUntil(() => isClosed([...calls][0]!), 'the first one is closed', PATIENCE);
      expect(await isClosed([...calls][1]!)).to.equal(false);
    });

    it('does not bring back who has left, though an option that was changed meanwhile needs another call', async () => {
      const server = 'http://localhost:1/';
      show(h(Room, { room: 'one', calls, server, autojoin: true }));
      await waitUntil(() => [...calls][0]?.state.status === 'joining', 'it joins', PATIENCE);
      show(h(Room, { room: 'one', calls, server, autojoin: true, muted: true }));
      await [...calls][0]!.leave();
      await waitUntil(() => calls.size === 2, 'there is another call', PATIENCE);
      await aTimeout(50);
      expect([...calls][1]!.state.status).to.equal('lobby');
    });

    it('keeps a random secret in the address where it is told to, as the tag does', async () => {
      const address = location.href;
      try {
        show(h(Room, { room: 'one', calls, secret: 'url' }));
        await shows('one');
        const { secret } = [...calls][0]!.state.options;
        expect(secret).to.match(/^[\w-]{22}$/);
        expect(location.hash).to.include(`k=${secret}`);
      } finally {
        history.replaceState(null, '', address);
      }
    });

    it('closes its call when the component is gone', async () => {
      show(h(Room, { room: 'one', calls }));
      await shows('one');
      show(null);
      await waitUntil(() => isClosed([...calls][0]!), 'it is closed', PATIENCE);
    });

    it('makes no call of its own on a server, nor without options', () => {
      expect(renderToString(h(Room, { room: 'one', calls }))).to.equal('none');
      show(h(Current));
      expect(text()).to.equal('none');
    });

    it('throws what is wrong with its options, for an error boundary', async () => {
      show(h(Boundary, null, h(Room, { room: '', calls })));
      await shows('config/invalid');
    });
  });

  describe('of a call that is given', () => {
    let call: FakeCall;
    let renders: number;
    beforeEach(() => {
      call = createFakeCall({ status: 'connected' });
      renders = 0;
    });

    it('useParticipants follows who is there, and renders for nothing else', async () => {
      function Names(): ReactNode {
        renders += 1;
        return useParticipants()
          .map(({ name }) => name)
          .join();
      }
      show(h(CallProvider, { call }, h(Names)));
      expect(text()).to.equal('');
      call.patch({ participants: [fakeParticipant({ id: 'ben', name: 'Ben' })] });
      await shows('Ben');
      const before = renders;
      call.patch({ unread: 3 });
      await aTimeout(50);
      expect(renders).to.equal(before);
    });

    it('useCallState takes a selector that makes a new object each time', async () => {
      function Both(): ReactNode {
        return Object.values(useCallState(({ status, unread }) => ({ status, unread }), call) ?? {}).join();
      }
      show(h(Both));
      expect(text()).to.equal('connected,0');
      call.patch({ unread: 2 });
      await shows('connected,2');
    });

    it('useDevices sorts devices by kind and chooses one', async () => {
      let devices: CallDevices | undefined;
      function Devices(): ReactNode {
        devices = useDevices(call);
        return devices.cameras.map(({ label }) => label).join();
      }
      show(h(Devices));
      call.patch({
        devices: [
          { kind: 'camera', id: 'c', label: 'Front' },
          { kind: 'microphone', id: 'm', label: 'Desk' },
        ],
        selectedDevices: { camera: 'c', microphone: null, speaker: null },
      });
      await shows('Front');
      expect(devices!.microphones.map(({ id }) => id)).to.deep.equal(['m']);
      expect(devices!.selected.camera).to.equal('c');
      await devices!.select('camera', 'c');
      expect(call.calls.at(-1)).to.deep.equal({ intent: 'selectDevice', args: ['camera', 'c'] });
    });

    it('useDevices has none without a call, and refuses to choose', async () => {
      let devices: CallDevices | undefined;
      function Devices(): ReactNode {
        devices = useDevices();
        return devices.cameras.length;
      }
      show(h(Devices));
      expect(text()).to.equal('0');
      expect(await devices!.select('camera', null).catch((cause: unknown) => cause)).to.have.property('code', 'call/invalid-state');
    });

    it('useCallQuality tells of the call and of one participant', async () => {
      function Quality({ participantId }: { participantId?: string }): ReactNode {
        return useCallQuality({ call, participantId })?.level ?? 'unknown';
      }
      show(h(Quality));
      expect(text()).to.equal('unknown');
      call.patch({
        quality: { level: 'good', score: 80 },
        participants: [fakeParticipant({ id: 'ben', quality: { level: 'poor', score: 30 } })],
      });
      await shows('good');
      show(h(Quality, { participantId: 'ben' }));
      expect(text()).to.equal('poor');
    });

    it('holds nothing of the call when it is gone', async () => {
      function All(): ReactNode {
        useParticipants(call);
        useDevices(call);
        useCallQuality({ call });
        return null;
      }
      show(h(All));
      expect(call.listenerCount).to.be.greaterThan(0);
      show(null);
      expect(call.listenerCount).to.equal(0);
    });
  });
});

function Room({ calls, ...options }: UseCallOptions & { calls: Set<Call> }): ReactNode {
  const call = useCall(options);
  if (call) calls.add(call);
  return call?.state.room ?? 'none';
}

function Current(): ReactNode {
  return useCall()?.state.room ?? 'none';
}

/** A call that is closed refuses everything, even to be silent. */
async function isClosed(call: Call): Promise<boolean> {
  try {
    await call.setMicrophone(false);
    return false;
  } catch {
    return true;
  }
}

class Boundary extends Component<{ children?: ReactNode }, { code: string | null }> {
  override state = { code: null };
  static getDerivedStateFromError(error: { code: string }): { code: string } {
    return { code: error.code };
  }
  override render(): ReactNode {
    return this.state.code ?? this.props.children;
  }
}
