import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { findWordpress, WORDPRESS_MISSING } from '../../scripts/machine/find-wordpress.mjs';
import { until } from '../e2e/stage.mjs';
import { canvasOf, closeAll, LIMIT_MS, WordpressStage } from './wordpress-stage.mjs';

const skip = findWordpress() === null ? WORDPRESS_MISSING : false;

describe('the plugin for those who run a WordPress', { skip }, () => {
  let wp;
  before(async () => {
    wp = await WordpressStage.open();
  });
  after(() => wp?.close());

  const settingsUrl = () => `${wp.site.url}/wp-admin/options-general.php?page=nexrtc`;

  it('saves settings for an administrator, cleaned', async () => {
    const visitor = await wp.visit(settingsUrl(), { user: 'admin' });
    const { page } = visitor;
    await page.fill('#nexrtc-server', `${wp.signalUrl} javascript:alert(1) "><script>window.hacked=1</script>`);
    await page.fill(
      '#nexrtc-ice_servers',
      '[{"urls":["stun:stun.example.org","javascript:x"],"username":"u","extra":1},{"urls":"http://x"}]',
    );
    await page.fill('#nexrtc-turn_urls', 'turn:turn.example.org:3478 nonsense');
    await page.fill('#nexrtc-turn_secret', 'turn-secret');
    await page.selectOption('#nexrtc-theme', 'dark');
    await page.click('#submit');
    await page.waitForURL(/settings-updated/, { timeout: LIMIT_MS });
    const saved = await wp.settings();
    assert.deepEqual(saved, {
      server: wp.signalUrl,
      ice_servers: '[{"urls":["stun:stun.example.org"],"username":"u"}]',
      turn_urls: 'turn:turn.example.org:3478',
      turn_secret: 'turn-secret',
      theme: 'dark',
      start: 'everyone',
      own_rooms: true,
      prefill_name: false,
    });
    const html = await page.content();
    assert.doesNotMatch(html, /turn-secret"|<script>window\.hacked/);
    assert.match(await page.innerText('.wrap'), /javascript:alert\(1\)/, 'what was refused is said');
    assert.match(await page.innerText('.wrap'), /TURN server \(turn:… or turns:…\): nonsense/);
    // Empty keeps the secret; text that is no list keeps the list.
    await page.fill('#nexrtc-ice_servers', 'no list');
    await page.click('#submit');
    await page.waitForLoadState();
    const again = await wp.settings();
    assert.deepEqual([again.turn_secret, again.ice_servers], [saved.turn_secret, saved.ice_servers]);
    await visitor.close();
  });

  it('saves nothing without the nonce or without the right', async () => {
    const before = await wp.settings();
    const send = (page, nonce) =>
      page.evaluate(
        async ([url, value]) =>
          (
            await fetch(`${url}/wp-admin/options.php`, {
              method: 'POST',
              body: new URLSearchParams({
                option_page: 'nexrtc',
                action: 'update',
                _wpnonce: value,
                'nexrtc_settings[server]': 'https://evil.example/',
              }),
            })
          ).status,
        [wp.site.url, nonce],
      );
    const admin = await wp.visit(settingsUrl(), { user: 'admin' });
    const nonce = await admin.page.inputValue('#_wpnonce');
    assert.equal(await send(admin.page, 'wrong'), 403);
    const writer = await wp.visit(`${wp.site.url}/wp-admin/profile.php`, { user: 'writer' });
    assert.equal(await send(writer.page, nonce), 403);
    const response = await writer.page.goto(settingsUrl());
    assert.equal(response.status(), 403);
    assert.deepEqual(await wp.settings(), before);
    await closeAll(admin, writer);
  });

  it('makes TURN credentials for an hour, and keeps the secret', async () => {
    await wp.set({ turn_urls: 'turn:turn.example.org', turn_secret: 'turn-secret', ice_servers: '' });
    const html = await (await fetch((await wp.publish('[nex_call room="relayed"]'))[0])).text();
    const url = /ice-servers="([^"]+)"/.exec(html)[1].replaceAll('&#038;', '&').replaceAll('&amp;', '&');
    assert.doesNotMatch(html, /turn-secret/);
    assert.doesNotMatch(url, /relayed/, 'names stay out of addresses');
    const other = new URL(url);
    other.searchParams.set('room', 'x'.repeat(43));
    assert.ok([401, 403].includes((await fetch(other)).status), 'nobody else gets a relay');
    other.searchParams.delete('proof');
    assert.equal((await fetch(other)).status, 400);
    const response = await fetch(url);
    assert.match(response.headers.get('cache-control'), /no-store/);
    const [{ urls, username, credential }] = await response.json();
    assert.deepEqual(urls, ['turn:turn.example.org']);
    const lifeSeconds = Number(username) - Date.now() / 1000;
    assert.ok(lifeSeconds > 3400 && lifeSeconds <= 3600, `${lifeSeconds}`);
    assert.equal(credential, createHmac('sha1', 'turn-secret').update(username).digest('base64'));
    await wp.set({ turn_urls: '', turn_secret: '', theme: 'auto' });
    assert.equal((await fetch(url)).status, 404);
  });

  it('shows the block in the editor, with a preview that is not the room', async () => {
    const visitor = await wp.visit(`${wp.site.url}/wp-admin/post-new.php?post_type=page`, {
      user: 'admin',
      viewport: { width: 1280, height: 900 },
    });
    const { page, pageErrors } = visitor;
    const words = [];
    page.on('console', (message) => words.push(message.text()));
    await until(
      () => page.evaluate(() => Boolean(globalThis.wp?.blocks?.getBlockType('nexrtc/call'))).catch(() => false),
      'the block',
      LIMIT_MS,
    );
    await page.evaluate(() => {
      const { blocks, data } = globalThis.wp;
      data.dispatch('core/edit-post').toggleFeature('welcomeGuide');
      data.dispatch('core/block-editor').insertBlocks(blocks.createBlock('nexrtc/call', {}));
    });
    const canvas = await canvasOf(page);
    const field = canvas.locator('.wp-block-nexrtc-call input').first();
    await field.waitFor({ timeout: LIMIT_MS });
    await page.evaluate(() => {
      const { dispatch, select } = globalThis.wp.data;
      const [{ clientId }] = select('core/block-editor')
        .getBlocks()
        .filter(({ name }) => name === 'nexrtc/call');
      dispatch('core/block-editor').updateBlockAttributes(clientId, { room: 'from the editor', theme: 'dark', height: 400 });
    });
    await until(
      () =>
        canvas.evaluate(() => Boolean(document.querySelector('.wp-block-nexrtc-call nex-call')?.shadowRoot?.querySelector('nex-lobby'))),
      'the preview',
      LIMIT_MS,
    );
    const preview = await canvas.evaluate(() => {
      const call = document.querySelector('.wp-block-nexrtc-call nex-call');
      return {
        room: call.room,
        theme: call.theme,
        height: call.offsetHeight,
        words: document.querySelector('.nexrtc-preview-room').textContent,
      };
    });
    assert.deepEqual(preview, { room: 'preview', theme: 'dark', height: 400, words: 'Preview of the room “from the editor”' });
    // WordPress names a block of an older kind, and fields of an older look.
    assert.deepEqual(words.filter((text) => /nexrtc|wp\.components/.test(text)).concat(pageErrors), []);
    const id = await page.evaluate(async () => {
      const { dispatch, select } = globalThis.wp.data;
      dispatch('core/editor').editPost({ title: 'From the editor', status: 'publish' });
      await dispatch('core/editor').savePost();
      return select('core/editor').getCurrentPostId();
    });
    const html = await (await fetch(`${wp.site.url}/?page_id=${id}`)).text();
    assert.match(html, /<nex-call style="display:block;height:400px" room="from the editor" theme="dark"/);
    await visitor.close();
  });

  it('does not load the call for those who write without it', async () => {
    const visitor = await wp.visit(`${wp.site.url}/wp-admin/post-new.php`, { user: 'writer' });
    const hasBlock = () => visitor.page.evaluate(() => Boolean(globalThis.wp?.blocks?.getBlockType('nexrtc/call'))).catch(() => false);
    await until(hasBlock, 'the block', LIMIT_MS);
    await canvasOf(visitor.page);
    const loaded = await visitor.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.deepEqual(
      loaded.filter((name) => /nexrtc\/assets\//.test(name)),
      [],
    );
    await visitor.close();
  });

  it('has one key when two first visitors come at once', async () => {
    // What another visitor's request has stored, after this one has looked.
    const keys = await wp.site.php(`
      delete_option( 'nexrtc_key' );
      add_filter( 'default_option_nexrtc_key', function ( $value ) {
        global $wpdb; static $isDone = false;
        if ( ! $isDone ) { $isDone = true; $wpdb->insert( $wpdb->options, array( 'option_name' => 'nexrtc_key', 'option_value' => str_repeat( 'ab', 32 ), 'autoload' => 'no' ) ); }
        return $value;
      } );
      return array( nexrtc_site_key(), get_option( 'nexrtc_key' ) );`);
    assert.deepEqual(keys, ['ab'.repeat(32), 'ab'.repeat(32)]);
    const [made, kept] = await wp.site.php("delete_option( 'nexrtc_key' ); return array( nexrtc_site_key(), get_option( 'nexrtc_key' ) );");
    assert.match(made, /^[0-9a-f]{64}$/);
    assert.equal(made, kept);
    assert.equal(await wp.site.php('return nexrtc_site_key();'), made);
  });

  it('speaks the language of the site', async () => {
    await wp.set({ start: 'admins' });
    const [url] = await wp.publish('[nex_call room="language"]');
    const words = { de_DE: /noch nicht begonnen/, fr_FR: /pas encore commencé/, es_ES: /aún no ha empezado/ };
    const names = { de_DE: 'Videoanruf', fr_FR: 'Appel vidéo', es_ES: 'Videollamada' };
    for (const [locale, expected] of Object.entries(words)) {
      // WordPress speaks a language that it has a file of, be it empty; it lists them once in each run.
      await wp.site.php(`wp_mkdir_p( WP_LANG_DIR ); return touch( WP_LANG_DIR . '/${locale}.mo' );`);
      assert.equal(await wp.site.php(`return update_option( 'WPLANG', '${locale}' );`), true);
      assert.match(await (await fetch(url)).text(), expected);
      // The block's words are made as WordPress starts.
      const block = await wp.site.php(
        "return array( WP_Block_Type_Registry::get_instance()->get_registered( 'nexrtc/call' )->title, implode( ' ', (array) wp_scripts()->get_data( 'nexrtc-editor', 'before' ) ) );",
      );
      assert.equal(block[0], names[locale]);
      assert.ok(!block[1].includes('Preview of the room'), locale);
    }
    await wp.site.php("return update_option( 'WPLANG', '' );");
    await wp.set({ start: 'everyone' });
  });

  it('gave PHP nothing to complain about', () => {
    assert.deepEqual(wp.site.complaints(), []);
  });

  it('leaves nothing behind when it is deleted', async () => {
    const left = 'global $wpdb; return $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE \'%nexrtc%\'" );';
    assert.ok((await wp.site.php(left)).length >= 2);
    const isDeleted = await wp.site.php(`
      require_once ABSPATH . 'wp-admin/includes/plugin.php'; require_once ABSPATH . 'wp-admin/includes/file.php'; WP_Filesystem();
      deactivate_plugins( 'nexrtc/nexrtc.php' ); return true === delete_plugins( array( 'nexrtc/nexrtc.php' ) );`);
    assert.equal(isDeleted, true);
    assert.deepEqual(await wp.site.php(left), []);
  });
});
