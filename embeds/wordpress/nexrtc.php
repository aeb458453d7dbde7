<?php
/**
 * Plugin Name:       NexRTC
 * Description:       Video calls on your own pages: a block and the shortcode [nex_call room="…"]. The scripts come from your own site.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            NexRTC contributors
 * License:           MIT
 * Text Domain:       nexrtc
 * Domain Path:       /languages
 *
 * @package NexRTC
 */

defined( 'ABSPATH' ) || exit;

define( 'NEXRTC_VERSION', '0.1.0' );
define( 'NEXRTC_FILE', __FILE__ );

// Before everything else of `init` that has words.
add_action(
	'init',
	function () {
		load_plugin_textdomain( 'nexrtc', false, dirname( plugin_basename( NEXRTC_FILE ) ) . '/languages' );
	},
	0
);

require __DIR__ . '/includes/attributes.php';
require __DIR__ . '/includes/settings.php';
require __DIR__ . '/includes/rooms.php';
require __DIR__ . '/includes/render.php';
require __DIR__ . '/includes/rest.php';
require __DIR__ . '/includes/block.php';

if ( is_admin() ) {
	require __DIR__ . '/includes/settings-page.php';
}
