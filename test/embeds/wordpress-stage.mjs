import { fromRoot } from '../../scripts/project/from-root.mjs';
import { Stage, until } from '../e2e/stage.mjs';
import { startWordpress } from './wordpress-site.mjs';

/** For whatever waits for a page of WordPress: PHP is slow where many share a machine. */
export const LIMIT_MS = 120_000;

const phpValue = (value) => `json_decode( base64_decode( '${Buffer.from(JSON.stringify(value)).toString('base64')}' ), true )`;
const ROLES = { writer: 'author', reader: 'subscriber' };

/** A WordPress with the plugin in it, a signalling server, and browsers. */
export class WordpressStage {
  static async open() {
    const stage = new WordpressStage();
    try {
      stage.stage = await Stage.open();
      stage.site = await startWordpress();
      stage.browser = await stage.stage.browser();
      await stage.#install();
    } catch (error) {
      await stage.close();
      throw error;
    }
    return stage;
  }

  /** As "Upload Plugin" and "Activate" do it. */
  async #install() {
    const users = Object.entries(ROLES).map(
      ([name, role]) => `wp_insert_user( array( 'user_login' => '${name}', 'user_pass' => '${name}-pass', 'role' => '${role}' ) );`,
    );
    const result = await this.site.php(`
      require_once ABSPATH . 'wp-admin/includes/plugin.php'; require_once ABSPATH . 'wp-admin/includes/file.php'; WP_Filesystem();
      $unzipped = unzip_file( '${fromRoot('dist/wordpress/nexrtc.zip')}', WP_PLUGIN_DIR );
      $activated = is_wp_error( $unzipped ) ? $unzipped : activate_plugin( 'nexrtc/nexrtc.php' );
      ${users.join(' ')}
      return is_wp_error( $activated ) ? $activated->get_error_message() : 'active';`);
    if (result !== 'active') throw new Error(`The plugin is not active: ${result}`);
    await this.set({ server: this.stage.server.signalUrl });
  }

  get signalUrl() {
    return this.stage.server.signalUrl;
  }

  set(settings) {
    return this.site.php(`return update_option( 'nexrtc_settings', array_merge( nexrtc_settings(), ${phpValue(settings)} ) );`);
  }

  settings() {
    return this.site.php('return nexrtc_settings();');
  }

  /** A page for each content, as an administrator writes it: not filtered. Answers their addresses. */
  async publish(...contents) {
    const ids = await this.site.php(`kses_remove_filters();
      return array_map( function ( $content ) {
        return wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'A call', 'post_content' => wp_slash( $content ) ) );
      }, ${phpValue(contents)} );`);
    return ids.map((id) => `${this.site.url}/?page_id=${id}`);
  }

  /** A visitor, logged in when `user` is given: with the cookies that WordPress gives after its form. */
  async visit(url, { user, ...options } = {}) {
    const visitor = await this.browser.visit('about:blank', options);
    visitor.page.setDefaultTimeout(LIMIT_MS);
    visitor.page.setDefaultNavigationTimeout(LIMIT_MS);
    if (user) {
      const cookies = await this.site.php(`
        $id = get_user_by( 'login', '${user}' )->ID; $end = time() + 3600; $token = WP_Session_Tokens::get_instance( $id )->create( $end );
        return array( AUTH_COOKIE => wp_generate_auth_cookie( $id, $end, 'auth', $token ), LOGGED_IN_COOKIE => wp_generate_auth_cookie( $id, $end, 'logged_in', $token ) );`);
      const list = Object.entries(cookies).map(([name, value]) => ({ name, value: encodeURIComponent(value), url: this.site.url }));
      await visitor.page.context().addCookies(list);
    }
    await visitor.page.goto(url);
    return visitor;
  }

  async close() {
    await this.site?.close();
    await this.stage?.close();
  }
}

/** The block as the editor stores it. */
export const block = (attributes) => `<!-- wp:nexrtc/call ${JSON.stringify(attributes).replaceAll('--', '\\u002d\\u002d')} /-->`;

/** What shows the blocks: the editor's page, or the frame that WordPress puts them in from 6.3 on. */
export async function canvasOf(page) {
  await page.locator('.editor-styles-wrapper, iframe[name="editor-canvas"]').first().waitFor({ timeout: LIMIT_MS });
  return page.frame('editor-canvas') ?? page.mainFrame();
}

export const isInLobby = ({ page }) =>
  until(
    () => page.evaluate(() => document.querySelector('nex-call')?.call?.state.status === 'lobby').catch(() => false),
    'the lobby',
    LIMIT_MS,
  );

export const closeAll = (...visitors) => Promise.all(visitors.map((visitor) => visitor.close()));
