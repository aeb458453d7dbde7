<?php
/**
 * The tag on a page, from the shortcode or the block.
 *
 * @package NexRTC
 */

defined( 'ABSPATH' ) || exit;

const NEXRTC_DEFAULT_HEIGHT = 600;

add_action(
	'init',
	function () {
		add_shortcode(
			'nex_call',
			// What stands between an opening and a closing shortcode is not for this.
			function ( $given ) {
				return nexrtc_render( $given );
			}
		);
		// A module; the file's own imports are relative, so it stays where it is.
		wp_register_script( 'nexrtc', plugins_url( 'assets/nexrtc.js', NEXRTC_FILE ), array(), NEXRTC_VERSION, true );
		wp_register_script( 'nexrtc-page', plugins_url( 'assets/page.js', NEXRTC_FILE ), array(), NEXRTC_VERSION, true );
	}
);

add_filter(
	'script_loader_tag',
	function ( $tag, $handle, $src ) {
		if ( 'nexrtc' !== $handle ) {
			return $tag;
		}
		return wp_get_script_tag(
			array(
				'id'   => 'nexrtc-js',
				'src'  => $src,
				'type' => 'module',
			)
		);
	},
	10,
	3
);

/**
 * What stands on the page.
 *
 * @param mixed  $given   Attributes of the shortcode or the block.
 * @param string $wrapper Attributes of the box around it, escaped.
 * @return string HTML; empty when there is no room.
 */
function nexrtc_render( $given, $wrapper = '' ) {
	$attributes = nexrtc_clean_attributes( $given );
	if ( ! isset( $attributes['room'] ) ) {
		return current_user_can( 'edit_posts' ) ? '<p><em>' . esc_html__( 'Video call: the room is missing.', 'nexrtc' ) . '</em></p>' : '';
	}
	if ( is_feed() ) {
		return '<p><a href="' . esc_url( get_permalink() ) . '">' . esc_html__( 'Join the video call', 'nexrtc' ) . '</a></p>';
	}
	$height = isset( $attributes['height'] ) ? $attributes['height'] : NEXRTC_DEFAULT_HEIGHT;
	unset( $attributes['height'] );
	$id         = nexrtc_room_id( $attributes['room'] );
	$attributes = nexrtc_with_site( $attributes, $id );
	$wrapper    = ( is_string( $wrapper ) && '' !== $wrapper ) ? $wrapper : 'class="nexrtc-call"';
	wp_enqueue_script( 'nexrtc' );

	if ( nexrtc_is_open_to_all() ) {
		if ( nexrtc_settings()['own_rooms'] ) {
			$attributes['secret'] = nexrtc_room_secret( $id );
		}
		return "<div $wrapper>" . nexrtc_tag( $attributes, $height ) . '</div>';
	}

	wp_enqueue_script( 'nexrtc-page' );
	$data = array( 'nexrtc-url' => nexrtc_room_url( 'call', $id ) );
	if ( nexrtc_can_start() ) {
		$attributes['secret'] = nexrtc_room_secret( $id );
		$data['nexrtc-nonce'] = wp_create_nonce( 'wp_rest' );
		return "<div $wrapper" . nexrtc_data( $data ) . '>' . nexrtc_tag( $attributes, $height ) . '</div>';
	}
	// The key is not on this page: it comes when the room is open.
	$data['nexrtc-wait'] = wp_json_encode( $attributes );
	return "<div $wrapper" . nexrtc_data( $data ) . '><div class="nexrtc-wait" role="status" style="' . esc_attr( nexrtc_box( $height ) ) . ';display:grid;place-items:center;text-align:center"><p>' .
		esc_html__( 'The call has not started yet. It appears here as soon as it has.', 'nexrtc' ) . '</p></div></div>';
}

/**
 * Where a page asks the site about a room that the site has shown it.
 *
 * @param string $route Of `nexrtc/v1`.
 * @param string $id    Of the room.
 * @return string Not escaped.
 */
function nexrtc_room_url( $route, $id ) {
	$query = array(
		'room'  => $id,
		'proof' => nexrtc_room_proof( $id ),
	);
	return add_query_arg( $query, rest_url( "nexrtc/v1/$route" ) );
}

/**
 * Adds what the site says.
 *
 * @param array  $attributes Cleaned.
 * @param string $id         Of the room.
 * @return array
 */
function nexrtc_with_site( $attributes, $id ) {
	$settings = nexrtc_settings();
	if ( '' !== $settings['server'] ) {
		$attributes['server'] = $settings['server'];
	}
	if ( '' !== $settings['turn_urls'] && '' !== $settings['turn_secret'] ) {
		$attributes['ice-servers'] = nexrtc_room_url( 'ice-servers', $id );
	} elseif ( '' !== $settings['ice_servers'] ) {
		$attributes['ice-servers'] = $settings['ice_servers'];
	}
	if ( ! isset( $attributes['theme'] ) && 'auto' !== $settings['theme'] ) {
		$attributes['theme'] = $settings['theme'];
	}
	if ( ! isset( $attributes['name'] ) && $settings['prefill_name'] && is_user_logged_in() ) {
		$name = nexrtc_clean_text( wp_get_current_user()->display_name, 64 );
		if ( null !== $name ) {
			$attributes['name'] = $name;
		}
	}
	return $attributes;
}

/**
 * @param int $height In CSS pixels.
 * @return string A style.
 */
function nexrtc_box( $height ) {
	return sprintf( 'display:block;height:%dpx', $height );
}

/**
 * @param array $data Values by name.
 * @return string Attributes, each with a space before.
 */
function nexrtc_data( $data ) {
	$html = '';
	foreach ( $data as $name => $value ) {
		$html .= sprintf( ' data-%s="%s"', $name, esc_attr( $value ) );
	}
	return $html;
}

/**
 * @param array $attributes Of the known names only: strings, numbers, true.
 * @param int   $height     In CSS pixels.
 * @return string
 */
function nexrtc_tag( $attributes, $height ) {
	$html = '<nex-call style="' . esc_attr( nexrtc_box( $height ) ) . '"';
	foreach ( $attributes as $name => $value ) {
		$html .= true === $value ? " $name" : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	return $html . '></nex-call>';
}
