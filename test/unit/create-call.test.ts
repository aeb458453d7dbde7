import { expect } from '@open-wc/testing';
import { createCall } from '../../src/create-call.js';
import { codeOf } from '../support/call-harness.js';

describe('createCall', () => {
  it('asks nothing of the network or of a device, in the lobby neither', async () => {
    const asked: string[] = [];
    const { getUserMedia } = navigator.mediaDevices;
    const { fetch: realFetch, WebSocket: RealWebSocket } = window;
    navigator.mediaDevices.getUserMedia = (): Promise<MediaStream> => {
      asked.push('device');
      return Promise.reject(new Error('asked'));
    };
    window.fetch = (): Promise<Response> => {
      asked.push('fetch');
      return Promise.reject(new Error('asked'));
    };
    window.WebSocket = new Proxy(RealWebSocket, {
      construct(target, args: [string]) {
        asked.push('socket');
        return new target(...args);
      },
    });
    try {
      const call = createCall({ room: 'a', iceServers: '/ice.json' });
      call.enterLobby();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(call.state.status).to.equal('lobby');
      expect(asked).to.deep.equal([]);
      await call.close();
    } finally {
      navigator.mediaDevices.getUserMedia = getUserMedia;
      window.fetch = realFetch;
      window.WebSocket = RealWebSocket;
    }
  });

  for (const [name, answer] of [
    ['is no list', (): Promise<Response> => Promise.resolve(new Response('{"a":1}'))],
    ['is no JSON', (): Promise<Response> => Promise.resolve(new Response('<html>'))],
    ['is an error', (): Promise<Response> => Promise.resolve(new Response('', { status: 500 }))],
    ['does not come', (): Promise<Response> => Promise.reject(new TypeError('offline'))],
  ] as const) {
    it(`fails to join with config/invalid when the answer about ICE servers ${name}`, async () => {
      const realFetch = window.fetch;
      window.fetch = answer;
      try {
        const call = createCall({ room: 'a', iceServers: '/ice.json', muted: true, cameraOff: true, server: 'http://127.0.0.1:9' });
        expect(await codeOf(call.join())).to.equal('config/invalid');
        expect(call.state.status).to.equal('failed');
        expect(call.state.error!.detail.option).to.equal('ice-servers');
        await call.close();
      } finally {
        window.fetch = realFetch;
      }
    });
  }
});
