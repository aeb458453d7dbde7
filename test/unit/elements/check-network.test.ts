import { expect } from '@open-wc/testing';
import { checkNetwork, type NetworkOptions, type NetworkTools } from '../../../elements/lobby/check-network.js';

const STUN = { urls: 'stun:stun.example' };
const TURN = { urls: ['turn:turn.example', 'turns:turn.example'], username: 'u', credential: 'c' };

const options = (patch: Partial<NetworkOptions> = {}): NetworkOptions => ({
  servers: ['wss://one.example/call', 'https://two.example/'],
  iceServers: [STUN],
  iceServersUrl: null,
  isRelayOnly: false,
  ...patch,
});

function tools(kinds: readonly string[], patch: Partial<NetworkTools> = {}): NetworkTools & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ask: (url) => {
      asked.push(url);
      return Promise.resolve();
    },
    gather: () => Promise.resolve(new Set(kinds)),
    fetchServers: () => Promise.resolve([TURN]),
    isOnline: () => true,
    ...patch,
  };
}
const pathOf = async (patch: Partial<NetworkOptions>, kinds: readonly string[]): Promise<string> =>
  (await checkNetwork(options(patch), tools(kinds))).path;

describe('checkNetwork', () => {
  it('asks the servers that the page names, and nobody else', async () => {
    const used = tools(['host']);
    expect((await checkNetwork(options(), used)).server).to.equal('reachable');
    expect(used.asked).to.deep.equal(['https://one.example/call', 'https://two.example/']);
  });

  it('is content with one server that answers, and not with none', async () => {
    const ask = (url: string): Promise<void> => (url.includes('one') ? Promise.reject(new Error('x')) : Promise.resolve());
    expect((await checkNetwork(options(), tools([], { ask }))).server).to.equal('reachable');
    const refuse = (): Promise<never> => Promise.reject(new Error('x'));
    expect((await checkNetwork(options(), tools([], { ask: refuse }))).server).to.equal('unreachable');
  });

  it('asks nothing where nothing is named, and says that it does not know', async () => {
    let gathered = 0;
    const used = tools([], {
      gather: () => {
        gathered += 1;
        return Promise.resolve(new Set());
      },
    });
    const answer = await checkNetwork(options({ servers: [], iceServers: [] }), used);
    expect(answer).to.deep.equal({ isOffline: false, server: 'unknown', path: 'unknown' });
    expect([used.asked.length, gathered]).to.deep.equal([0, 0]);
  });

  it('asks nothing while offline', async () => {
    const used = tools([], { isOnline: () => false });
    expect((await checkNetwork(options(), used)).isOffline).to.equal(true);
    expect(used.asked).to.deep.equal([]);
  });

  it('tells what the candidates mean', async () => {
    expect(await pathOf({}, ['host', 'srflx'])).to.equal('direct');
    expect(await pathOf({}, ['host'])).to.equal('local');
    expect(await pathOf({}, [])).to.equal('none');
    expect(await pathOf({ iceServers: [STUN, TURN] }, ['host', 'srflx', 'relay'])).to.equal('relay');
    expect(await pathOf({ iceServers: [STUN, TURN] }, ['host', 'srflx'])).to.equal('no-relay');
    expect(await pathOf({ iceServers: [TURN], isRelayOnly: true }, ['relay'])).to.equal('relay');
    expect(await pathOf({ iceServers: [TURN], isRelayOnly: true }, [])).to.equal('relay-missing');
    expect(await pathOf({ iceServers: [], isRelayOnly: true }, [])).to.equal('relay-missing');
  });

  it('fetches the list of servers where the page names a URL for it', async () => {
    let used: readonly RTCIceServer[] = [];
    const gather: NetworkTools['gather'] = (servers) => {
      used = servers;
      return Promise.resolve(new Set(['relay']));
    };
    expect((await checkNetwork(options({ iceServersUrl: '/ice' }), tools([], { gather }))).path).to.equal('relay');
    expect(used).to.deep.equal([TURN]);
    const fetchServers = (): Promise<never> => Promise.reject(new Error('x'));
    expect((await checkNetwork(options({ iceServersUrl: '/ice' }), tools([], { fetchServers }))).path).to.equal('failed');
  });

  it('finds candidates of this device by the browser itself', async () => {
    const answer = await checkNetwork({
      servers: [location.origin],
      iceServers: [{ urls: 'stun:127.0.0.1:9' }],
      iceServersUrl: null,
      isRelayOnly: false,
    });
    expect(answer.server).to.equal('reachable');
    expect(answer.path).to.be.oneOf(['local', 'none']);
  });
});
