import { html, render } from 'lit';
import '../../elements/all.js';
import type { FakeCall } from './fake-call.js';
import { alone } from '../../stories/scenarios/alone.js';
import { ended } from '../../stories/scenarios/ended.js';
import { error } from '../../stories/scenarios/error.js';
import { lobby } from '../../stories/scenarios/lobby.js';
import { reconnecting } from '../../stories/scenarios/reconnecting.js';
import { screenShare } from '../../stories/scenarios/screen-share.js';
import { two } from '../../stories/scenarios/two.js';

const STATES: Readonly<Record<string, () => FakeCall>> = { alone, ended, failed: error, lobby, reconnecting, 'screen-share': screenShare, two };

/** Shows a whole call in that state; the page asks for it. */
Object.assign(globalThis, {
  show: (state: string) => {
    render(html`<main><nex-call room="team-standup" .call=${STATES[state]?.() ?? null}></nex-call></main>`, document.body);
  },
});
