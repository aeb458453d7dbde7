import { expect } from '@open-wc/testing';
import { codeOf, createStandingCall, type CallHarness } from '../../../support/call-harness.js';

async function createMet(...ids: string[]): Promise<CallHarness> {
  const harness = await createStandingCall();
  for (const id of ids) harness.engine.meet(id);
  return harness;
}

describe('how the others are shown and heard here', () => {
  it('pins two at most: a third takes the place of the first', async () => {
    const { call } = await createMet('a', 'b', 'c');
    for (const id of ['a', 'b', 'c']) await call.pin(id, true);
    expect(call.state.pinned).to.deep.equal(['b', 'c']);
    await call.pin('b', true);
    expect(call.state.pinned).to.deep.equal(['b', 'c']);
    await call.pin('b', false);
    await call.pin('a', false);
    await call.pin(call.state.self.id, true);
    expect(call.state.pinned).to.deep.equal(['c', call.state.self.id]);
    expect(Object.isFrozen(call.state.pinned)).to.equal(true);
  });

  it('refuses those who are not here', async () => {
    const { call } = await createMet('a');
    expect(await codeOf(call.pin('x', true))).to.equal('call/invalid-state');
    expect(await codeOf(call.hideTile('x', true))).to.equal('call/invalid-state');
    expect(await codeOf(call.setVolume('x', 1))).to.equal('call/invalid-state');
    expect(await codeOf(call.setVolume(call.state.self.id, 1))).to.equal('call/invalid-state');
    await call.pin('x', false);
    await call.hideTile('x', false);
  });

  it('hides tiles, and the own picture where that is asked for', async () => {
    const { call } = await createMet('a', 'b');
    await call.hideTile('a', true);
    await call.hideTile('a', true);
    expect(call.state.hiddenTiles).to.deep.equal(['a']);
    await call.hideTile('a', false);
    expect(call.state.hiddenTiles).to.deep.equal([]);
    await call.hideTile(call.state.self.id, true);
    expect(call.state).to.deep.include({ selfView: 'hidden', hiddenTiles: [] });
    await call.hideTile(call.state.self.id, false);
    expect(call.state.selfView).to.equal('tile');
  });

  it('plays both sounds of one as loud as was chosen', async () => {
    const { call, audioOutput } = await createMet('a', 'b');
    await call.setVolume('a', 0.5);
    await call.setVolume('b', 2);
    expect(call.state.volumes).to.deep.equal({ a: 0.5, b: 2 });
    expect([...audioOutput.volumes]).to.deep.equal([
      ['a microphone', 0.5],
      ['a screen-audio', 0.5],
      ['b microphone', 2],
      ['b screen-audio', 2],
    ]);
    await call.setVolume('a', 1);
    expect(call.state.volumes).to.deep.equal({ b: 2 });
    await call.setVolume('b', 0);
    expect(audioOutput.volumes.get('b microphone')).to.equal(0);
  });

  it('takes volumes from 0 to 2 only', async () => {
    const { call } = await createMet('a');
    for (const volume of [-0.1, 2.1, NaN, Infinity, '1', null, undefined])
      expect(await codeOf(call.setVolume('a', volume as number)), String(volume)).to.equal('config/invalid');
    expect(call.state.volumes).to.deep.equal({});
  });

  it('forgets those who leave, in the moment they do', async () => {
    const { call, engine, audioOutput } = await createMet('a', 'b');
    for (const id of ['a', 'b']) {
      await call.pin(id, true);
      await call.hideTile(id, true);
      await call.setVolume(id, 0.5);
    }
    engine.part('a');
    expect(call.state).to.deep.include({ pinned: ['b'], hiddenTiles: ['b'], volumes: { b: 0.5 } });
    expect(audioOutput.volumes.has('a microphone')).to.equal(false);
    const { pinned, hiddenTiles, volumes } = call.state;
    engine.meet('c');
    expect([call.state.pinned, call.state.hiddenTiles, call.state.volumes]).to.deep.equal([pinned, hiddenTiles, volumes]);
    expect(call.state.pinned).to.equal(pinned);
    await call.leave();
    expect(call.state).to.deep.include({ pinned: [], hiddenTiles: [], volumes: {} });
  });
});
