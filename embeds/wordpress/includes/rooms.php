<?php
/**
 * Who may start a call, which rooms are open, and the key of a room.
 *
 * The server that carries the signalling knows nobody. What the site decides therefore holds by the key: a room's secret is
 * derived from a key that only this site has, and handed out to those who may come in.
 *
 * @package NexRTC
 */

defined( 'ABSPATH' ) || exit;

/** How long a room stays open after the last word of somebody who may start it. Their pages speak each 30 s. */
const NEXRTC_OPEN_SECONDS = 90;

/**
 * The site's own key, 32 random bytes in hexadecimal; made when first needed.
 *
 * @return string
 */
function nexrtc_site_key() {
	$key = get_option( 'nexrtc_key' );
	if ( ! is_string( $key ) || strlen( $key ) < 64 ) {
		$made = bin2hex( random_bytes( 32 ) );
		// Two first visitors at once: the key that was stored first counts. add_option() would write over it.
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The cache is emptied below.
		$wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO {$wpdb->options} (option_name, option_value, autoload) VALUES ('nexrtc_key', %s, 'no')", $made ) );
		wp_cache_delete( 'nexrtc_key', 'options' );
		wp_cache_delete( 'notoptions', 'options' );
		$key = get_option( 'nexrtc_key', $made );
	}
	return $key;
}

/**
 * @param string $purpose What it is for, so that one value is never good for another.
 * @param string $of      A room's name, or its id.
 * @return string 43 characters of base64url: 256 bits.
 */
function nexrtc_derive( $purpose, $of ) {
	return rtrim( strtr( base64_encode( hash_hmac( 'sha256', "$purpose:$of", nexrtc_site_key(), true ) ), '+/', '-_' ), '=' );
}

/**
 * By what pages ask about a room: names stay out of addresses, which servers write down.
 *
 * @param string $room Its name.
 * @return string
 */
function nexrtc_room_id( $room ) {
	return nexrtc_derive( 'room', $room );
}

/**
 * The key of a room of this site.
 *
 * @param string $id Of the room.
 * @return string
 */
function nexrtc_room_secret( $id ) {
	return nexrtc_derive( 'secret', $id );
}

/**
 * Proves that this site showed the room on a page: nobody can ask for rooms by guessing.
 *
 * @param string $id Of the room.
 * @return string
 */
function nexrtc_room_proof( $id ) {
	return nexrtc_derive( 'proof', $id );
}

/**
 * Whether everybody may start a call, so that no room is ever closed.
 *
 * @return bool
 */
function nexrtc_is_open_to_all() {
	return 'everyone' === nexrtc_settings()['start'];
}

/**
 * Whether the person at this request may start a call.
 *
 * @return bool
 */
function nexrtc_can_start() {
	$capabilities = array(
		'members' => 'read',
		'authors' => 'edit_posts',
		'admins'  => 'manage_options',
	);
	$start        = nexrtc_settings()['start'];
	return nexrtc_is_open_to_all() || current_user_can( isset( $capabilities[ $start ] ) ? $capabilities[ $start ] : 'manage_options' );
}

/**
 * @param string $id Of the room.
 * @return string
 */
function nexrtc_open_key( $id ) {
	return 'nexrtc_open_' . substr( hash( 'sha256', $id ), 0, 32 );
}

/**
 * Whether somebody who may start a call is in the room.
 *
 * @param string $id Of the room.
 * @return bool
 */
function nexrtc_is_open( $id ) {
	return nexrtc_is_open_to_all() || false !== get_transient( nexrtc_open_key( $id ) );
}

/**
 * @param string $id Of the room.
 */
function nexrtc_open( $id ) {
	set_transient( nexrtc_open_key( $id ), 1, NEXRTC_OPEN_SECONDS );
}
