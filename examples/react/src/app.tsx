import { useRef, useState } from 'react';
import { CallProvider, NexCall, useCallState, useDevices, useParticipants } from 'nexrtc/react';
import type { Call } from 'nexrtc';
import type { NexCall as NexCallElement } from 'nexrtc/elements';

const address = new URLSearchParams(location.search);

/** What the page shows beside the call, from the same call. */
function Beside() {
  const status = useCallState(({ status }) => status);
  const others = useParticipants();
  const { cameras } = useDevices();
  return (
    <p>
      The call is <output>{status}</output>. Others: <b>{others.length}</b>. Cameras: {cameras.length}.
    </p>
  );
}

export function App() {
  const element = useRef<NexCallElement>(null);
  const [theme, setTheme] = useState<'auto' | 'dark'>('auto');
  const [call, setCall] = useState<Call | null>(null);
  return (
    <>
      <NexCall
        ref={element}
        room={address.get('room') ?? 'team-standup'}
        server={address.get('server')}
        theme={theme}
        onStateChanged={() => setCall(element.current?.call ?? null)}
      />
      <CallProvider call={call}>
        <Beside />
      </CallProvider>
      <button onClick={() => setTheme('dark')}>Dark</button>
    </>
  );
}
