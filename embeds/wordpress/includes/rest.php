<?php
/**
 * What pages ask the site while they are open.
 *
 * @package NexRTC
 */

defined( 'ABSPATH' ) || exit;

const NEXRTC_TURN_SECONDS = 3600;

add_action(
	'rest_api_init',
	function () {
		// By its id.
		$room = array(
			'room'  => array(
				'type'      => 'string',
				'required'  => true,
				'minLength' => 43,
				'maxLength' => 43,
			),
			'proof' => array(
				'type'     => 'string',
				'required' => true,
			),
		);
		register_rest_route(
			'nexrtc/v1',
			'/call',
			array(
				array(
					'methods'             => 'GET',
					'callback'            => 'nexrtc_rest_look',
					'permission_callback' => 'nexrtc_rest_is_ours',
					'args'                => $room,
				),
				array(
					'methods'             => 'POST',
					'callback'            => 'nexrtc_rest_open',
					// WordPress counts nobody as logged in whose request comes without the nonce.
					'permission_callback' => function ( $request ) {
						return nexrtc_can_start() && is_user_logged_in() && nexrtc_rest_is_ours( $request );
					},
					'args'                => $room,
				),
			)
		);
		register_rest_route(
			'nexrtc/v1',
			'/ice-servers',
			array(
				'methods'             => 'GET',
				'callback'            => 'nexrtc_rest_ice_servers',
				// Whoever knows no room of this site gets no relay from it.
				'permission_callback' => 'nexrtc_rest_is_ours',
				'args'                => $room,
			)
		);
	}
);

/**
 * Whether this site showed that room on a page.
 *
 * @param WP_REST_Request $request With `room` and `proof`.
 * @return bool
 */
function nexrtc_rest_is_ours( $request ) {
	return hash_equals( nexrtc_room_proof( (string) $request['room'] ), (string) $request['proof'] );
}

/**
 * @param array $data The answer, which no cache may keep.
 * @return WP_REST_Response
 */
function nexrtc_rest_answer( $data ) {
	$response = new WP_REST_Response( $data );
	$response->header( 'Cache-Control', 'no-store' );
	return $response;
}

/**
 * @param WP_REST_Request $request With `room`.
 * @return WP_REST_Response `isOpen`, and the `secret` of a room that is.
 */
function nexrtc_rest_look( $request ) {
	$id = (string) $request['room'];
	return nexrtc_rest_answer(
		nexrtc_is_open( $id ) ? array(
			'isOpen' => true,
			'secret' => nexrtc_room_secret( $id ),
		) : array( 'isOpen' => false )
	);
}

/**
 * @param WP_REST_Request $request With `room`.
 * @return WP_REST_Response
 */
function nexrtc_rest_open( $request ) {
	nexrtc_open( (string) $request['room'] );
	return nexrtc_rest_answer( array( 'isOpen' => true ) );
}

/**
 * Credentials for one hour, as coturn's `use-auth-secret` takes them (draft-uberti-behave-turn-rest-00).
 *
 * @return WP_REST_Response|WP_Error
 */
function nexrtc_rest_ice_servers() {
	$settings = nexrtc_settings();
	if ( '' === $settings['turn_urls'] || '' === $settings['turn_secret'] ) {
		return new WP_Error( 'nexrtc_no_turn', 'No TURN server is set.', array( 'status' => 404 ) );
	}
	$username = (string) ( time() + NEXRTC_TURN_SECONDS );
	$servers  = '' === $settings['ice_servers'] ? array() : json_decode( $settings['ice_servers'], true );
	$turn     = array(
		'urls'       => explode( ' ', $settings['turn_urls'] ),
		'username'   => $username,
		'credential' => base64_encode( hash_hmac( 'sha1', $username, $settings['turn_secret'], true ) ),
	);
	return nexrtc_rest_answer( array_merge( array( $turn ), is_array( $servers ) ? $servers : array() ) );
}
