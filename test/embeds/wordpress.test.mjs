import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findWordpress, WORDPRESS_MISSING } from '../../scripts/machine/find-wordpress.mjs';
import { allSee, until } from '../e2e/stage.mjs';
import { block, closeAll, isInLobby, LIMIT_MS, WordpressStage } from './wordpress-stage.mjs';

const skip = findWordpress() === null ? WORDPRESS_MISSING : false;

describe('the plugin on the pages of a WordPress', { skip }, () => {
  let wp;
  before(async () => {
    wp = await WordpressStage.open();
  });
  after(() => wp?.close());

  const htmlOf = async (url) => (await fetch(url)).text();
  /** Each has one other, and pictures that move. */
  async function meet(...visitors) {
    const isConnected = async (visitor) =>
      (await visitor.state()).others.filter(({ connection }) => connection === 'connected').length === 1;
    for (const visitor of visitors) await until(() => isConnected(visitor), 'connected', LIMIT_MS);
    const isSeen = () =>
      allSee(visitors).then(
        () => true,
        () => false,
      );
    await until(isSeen, 'moving pictures', LIMIT_MS);
  }

  it('brings two visitors together, one by the shortcode and one by the block, with files of the site alone', async () => {
    const urls = await wp.publish('[nex_call room="team & friends" camera-off="no"]', block({ room: 'team & friends', height: 480 }));
    const hosts = new Set();
    const visitors = [];
    for (const url of urls) {
      const visitor = await wp.visit('about:blank');
      visitor.page.on('request', (request) => hosts.add(new URL(request.url()).host));
      await visitor.page.goto(url);
      visitors.push(visitor);
    }
    for (const visitor of visitors) await isInLobby(visitor);
    const heights = await Promise.all(visitors.map(({ page }) => page.locator('nex-call').evaluate(({ offsetHeight }) => offsetHeight)));
    assert.deepEqual(heights, [600, 480]);
    for (const visitor of visitors) await visitor.join();
    await meet(...visitors);
    const own = [new URL(wp.site.url).host, new URL(wp.signalUrl).host];
    assert.deepEqual(
      [...hosts].filter((host) => host !== '' && !own.includes(host)),
      [],
    );
    for (const visitor of visitors) assert.deepEqual(visitor.pageErrors, []);
    await closeAll(...visitors);
  });

  it('gives a room of this site a key that no other room has, unless it is told not to', async () => {
    const urls = await wp.publish('[nex_call room="one"]', '[nex_call room="two"]', block({ room: 'one' }));
    const keyOf = async (url) => /<nex-call [^>]*secret="([^"]*)"/.exec(await htmlOf(url))?.[1];
    const keys = [];
    for (const url of urls) keys.push(await keyOf(url));
    assert.match(keys[0], /^[\w-]{43}$/);
    assert.notEqual(keys[0], keys[1]);
    assert.equal(keys[0], keys[2]);
    await wp.set({ own_rooms: false });
    assert.equal(await keyOf(urls[0]), undefined);
    await wp.set({ own_rooms: true });
  });

  it('loads nothing on pages without a call, and shows nothing without a room', async () => {
    const [words, noRoom] = await wp.publish('Words.', '[nex_call room="  "]');
    assert.doesNotMatch(await htmlOf(words), /nexrtc/);
    assert.doesNotMatch(await htmlOf(noRoom), /nexrtc|nex-call/);
  });

  const EVIL = `"><script>window.hacked=1</script><img src=x onerror=window.hacked=1>`;
  const HOSTILE = {
    'a room of markup': { content: block({ room: EVIL }), room: EVIL },
    'unknown attributes': {
      content:
        '[nex_call room=a onclick="window.hacked=1" autojoin server="https://evil.example" secret="x" ice-servers="[]" style="position:fixed" debug]',
      room: 'a',
    },
    'values that are none': {
      content: block({
        room: 'b',
        height: '1px;position:fixed',
        theme: EVIL,
        layout: { a: 1 },
        hide: `chat ${EVIL}`,
        maxTiles: 99,
        lang: EVIL,
      }),
      room: 'b',
      more: { hide: 'chat' },
    },
    'unknown attributes of the block': {
      content: block({ room: 'c', onclick: 'x', iceServers: '[]', autojoin: true, className: EVIL, muted: true }),
      room: 'c',
      more: { muted: '' },
    },
    'quotes within quotes': {
      content: `[nex_call room='d" onload="window.hacked=1' theme=dark]`,
      room: 'd" onload="window.hacked=1',
      more: { theme: 'dark' },
    },
    'words between the tags': {
      content: '[nex_call room=e]class="x" onmouseover="window.hacked=1"><script>window.hacked=1</script>[/nex_call]',
      room: 'e',
    },
    'signs that turn text around': { content: block({ room: 'f\u202e\u0007g' }), room: 'fg' },
  };
  it('lets nothing through but the known attributes, whatever is written', async () => {
    const urls = await wp.publish(...Object.values(HOSTILE).map(({ content }) => content));
    const visitor = await wp.visit('about:blank');
    for (const [name, { room, more = {} }] of Object.entries(HOSTILE)) {
      await visitor.page.goto(urls.shift());
      const seen = await visitor.page.evaluate(() => ({
        isHacked: 'hacked' in window,
        images: document.images.length,
        handlers: document.querySelectorAll('[onclick],[onload],[onerror],[onmouseover]').length,
        calls: [...document.querySelectorAll('nex-call')].map((call) =>
          Object.fromEntries([...call.attributes].map((one) => [one.name, one.value])),
        ),
      }));
      // Those that the element shows by itself.
      for (const call of seen.calls)
        for (const [own, byDefault] of [
          ['theme', 'auto'],
          ['controls', 'bottom'],
        ])
          if (call[own] === byDefault) delete call[own];
      const { secret } = seen.calls[0] ?? {};
      assert.equal(secret?.length, 43, name);
      assert.deepEqual(
        seen,
        {
          isHacked: false,
          images: 0,
          handlers: 0,
          calls: [{ style: 'display:block;height:600px', room, server: wp.signalUrl, secret, ...more }],
        },
        name,
      );
    }
    await visitor.close();
  });

  it('holds others back, and the key from them, until somebody who may start is in the call', async () => {
    await wp.set({ start: 'authors' });
    const [url] = await wp.publish('[nex_call room="consultation" muted]');
    const html = await htmlOf(url);
    assert.doesNotMatch(html, /secret=|<nex-call/);
    assert.match(html, /has not started yet/);
    const guest = await wp.visit(url);
    const look = await guest.page.locator('[data-nexrtc-url]').getAttribute('data-nexrtc-url');
    assert.doesNotMatch(look, /consultation/, 'names stay out of addresses');
    const another = new URL(look);
    another.searchParams.set('room', 'x'.repeat(43));
    assert.deepEqual(await (await fetch(look)).json(), { isOpen: false });
    assert.ok([401, 403].includes((await fetch(look, { method: 'POST' })).status), 'nobody opens it from outside');
    assert.ok([401, 403].includes((await fetch(another)).status), 'nobody asks for rooms that were not shown');

    const reader = await wp.visit(url, { user: 'reader' });
    assert.equal(await reader.page.locator('nex-call').count(), 0, 'a reader may not start');
    assert.equal(await reader.page.locator('[data-nexrtc-wait]').count(), 1);
    await reader.close();

    const writer = await wp.visit(url, { user: 'writer' });
    await isInLobby(writer);
    assert.equal(await guest.page.locator('nex-call').count(), 0, 'a lobby is no call');
    await writer.join();
    await isInLobby(guest);
    assert.equal(await guest.page.evaluate(() => document.querySelector('nex-call').muted), true);
    await guest.join();
    await meet(writer, guest);
    await wp.set({ start: 'everyone' });
    await closeAll(guest, writer);
  });

  it('gave PHP nothing to complain about', () => {
    assert.deepEqual(wp.site.complaints(), []);
  });
});
