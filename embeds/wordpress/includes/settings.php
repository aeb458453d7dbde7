<?php
/**
 * The site's settings: one option, cleaned before it is kept.
 *
 * @package NexRTC
 */

defined( 'ABSPATH' ) || exit;

/**
 * @return array
 */
function nexrtc_default_settings() {
	return array(
		'server'       => '',
		'ice_servers'  => '',
		'turn_urls'    => '',
		'turn_secret'  => '',
		'theme'        => 'auto',
		'start'        => 'everyone',
		'own_rooms'    => true,
		'prefill_name' => false,
	);
}

/**
 * @return array All settings, with defaults where nothing was set.
 */
function nexrtc_settings() {
	$stored = get_option( 'nexrtc_settings' );
	return array_merge( nexrtc_default_settings(), is_array( $stored ) ? $stored : array() );
}

/**
 * @return string[] Values of the setting `start`.
 */
function nexrtc_start_choices() {
	return array( 'everyone', 'members', 'authors', 'admins' );
}

add_action(
	'init',
	function () {
		register_setting(
			'nexrtc',
			'nexrtc_settings',
			array(
				'type'              => 'object',
				'sanitize_callback' => 'nexrtc_clean_settings',
				'show_in_rest'      => false,
			)
		);
	}
);

/**
 * @param mixed $given What the form sent.
 * @return array
 */
function nexrtc_clean_settings( $given ) {
	$before = nexrtc_settings();
	$given  = is_array( $given ) ? $given : array();
	$text   = function ( $name ) use ( $given ) {
		return isset( $given[ $name ] ) && is_string( $given[ $name ] ) ? trim( $given[ $name ] ) : '';
	};
	$clean  = array(
		'theme'        => in_array( $text( 'theme' ), nexrtc_attribute_rules()['theme'][1], true ) ? $text( 'theme' ) : 'auto',
		'start'        => in_array( $text( 'start' ), nexrtc_start_choices(), true ) ? $text( 'start' ) : $before['start'],
		'own_rooms'    => ! empty( $given['own_rooms'] ),
		'prefill_name' => ! empty( $given['prefill_name'] ),
		'server'       => nexrtc_clean_servers( $text( 'server' ) ),
		'ice_servers'  => nexrtc_clean_ice_servers( $text( 'ice_servers' ), $before['ice_servers'] ),
		'turn_urls'    => nexrtc_clean_turn_urls( $text( 'turn_urls' ) ),
		// The form never shows it: empty keeps what is there, unless it is to be forgotten.
		'turn_secret'  => '' !== $text( 'turn_secret' ) ? substr( $text( 'turn_secret' ), 0, 256 ) : $before['turn_secret'],
	);
	if ( ! empty( $given['forget_turn_secret'] ) ) {
		$clean['turn_secret'] = '';
	}
	return $clean;
}

/**
 * @param string $text Addresses, separated by spaces.
 * @return string Those with http, https, ws or wss; at most 16.
 */
function nexrtc_clean_servers( $text ) {
	$kept = array();
	foreach ( preg_split( '/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY ) as $address ) {
		// As it is or not at all: what WordPress makes of a broken address is another one.
		if ( preg_match( '#^(?:https?|wss?)://[a-z0-9.\-\[\]:]+(?:/[^\s"\'<>\\\\]*)?$#iD', $address ) ) {
			$kept[] = esc_url_raw( $address, array( 'http', 'https', 'ws', 'wss' ) );
		} else {
			/* translators: %s: an address that cannot be used. */
			nexrtc_complain( 'server', sprintf( __( 'This is no address of a server: %s', 'nexrtc' ), $address ) );
		}
	}
	return implode( ' ', array_slice( $kept, 0, 16 ) );
}

/**
 * @param string $text Addresses, separated by spaces.
 * @return string Those of STUN and TURN servers; at most 16.
 */
function nexrtc_clean_turn_urls( $text ) {
	$given = preg_split( '/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY );
	$kept  = nexrtc_ice_urls( $given );
	foreach ( array_diff( $given, $kept ) as $address ) {
		/* translators: %s: an address that cannot be used. */
		nexrtc_complain( 'turn', sprintf( __( 'This is no address of a TURN server (turn:… or turns:…): %s', 'nexrtc' ), $address ) );
	}
	return implode( ' ', $kept );
}

/**
 * @param string $text   JSON, a list.
 * @param string $before Kept when the text is no such list.
 * @return string The same list with nothing else in it; empty for none.
 */
function nexrtc_clean_ice_servers( $text, $before ) {
	if ( '' === $text ) {
		return '';
	}
	$list = json_decode( $text, true, 8 );
	$kept = array();
	foreach ( is_array( $list ) ? array_slice( array_values( $list ), 0, 16 ) : array() as $server ) {
		$urls = nexrtc_ice_urls( is_array( $server ) && isset( $server['urls'] ) ? (array) $server['urls'] : array() );
		if ( ! $urls ) {
			continue;
		}
		$one = array( 'urls' => $urls );
		foreach ( array( 'username', 'credential' ) as $key ) {
			if ( isset( $server[ $key ] ) && is_string( $server[ $key ] ) ) {
				$one[ $key ] = substr( $server[ $key ], 0, 1024 );
			}
		}
		$kept[] = $one;
	}
	if ( ! $kept ) {
		nexrtc_complain( 'ice', __( 'STUN and TURN servers: this is no JSON list of servers with "urls". What was there before is kept.', 'nexrtc' ) );
		return $before;
	}
	return wp_json_encode( $kept, JSON_UNESCAPED_SLASHES );
}

/**
 * @param array $urls Anything.
 * @return string[] Those that name a STUN or TURN server; at most 16.
 */
function nexrtc_ice_urls( $urls ) {
	$is_url = function ( $url ) {
		return is_string( $url ) && strlen( $url ) <= 512 && preg_match( '/^(stuns?|turns?):[^\s"\'<>]+$/iD', $url );
	};
	return array_slice( array_values( array_filter( $urls, $is_url ) ), 0, 16 );
}

/**
 * @param string $code    Of the message.
 * @param string $message For the person who saves; WordPress does not escape it.
 */
function nexrtc_complain( $code, $message ) {
	if ( function_exists( 'add_settings_error' ) ) {
		add_settings_error( 'nexrtc_settings', $code, esc_html( $message ) );
	}
}
