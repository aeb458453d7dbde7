<?php
/**
 * What a call may be told by the people who write pages: the known attributes, each with what it takes.
 *
 * @package NexRTC
 */

defined( 'ABSPATH' ) || exit;

/**
 * The servers are not among them (they are the site's, in the settings), nor `autojoin`: opening a page must never start
 * a visitor's camera.
 *
 * @return array[] By attribute: type, and the limits or choices of that type.
 */
function nexrtc_attribute_rules() {
	return array(
		'room'             => array( 'text', 128 ),
		'name'             => array( 'text', 64 ),
		'muted'            => array( 'flag' ),
		'camera-off'       => array( 'flag' ),
		'no-video'         => array( 'flag' ),
		'relay-only'       => array( 'flag' ),
		'layout'           => array( 'choice', array( 'auto', 'grid', 'speaker', 'sidebar' ) ),
		'theme'            => array( 'choice', array( 'auto', 'light', 'dark', 'contrast' ) ),
		'controls'         => array( 'choice', array( 'bottom', 'top', 'floating', 'none' ) ),
		'max-tiles'        => array( 'number', 1, 49 ),
		'max-participants' => array( 'number', 2, 64 ),
		'bandwidth-limit'  => array( 'number', 16, 1000000 ),
		'video-quality'    => array( 'choice', array( 'auto', 'high', 'medium', 'low', 'off' ) ),
		'audio-quality'    => array( 'choice', array( 'auto', 'maximum', 'high', 'medium', 'low', 'minimum' ) ),
		'hide'             => array( 'words', array( 'chat', 'participants', 'settings', 'quality', 'screen-share', 'hand', 'reactions', 'record', 'captions', 'invite' ) ),
		'lang'             => array( 'language' ),
		// Of the box on the page, in CSS pixels; not an attribute of the call.
		'height'           => array( 'number', 180, 4000 ),
	);
}

/**
 * Only what is known and as it should be: everything else is left out, so that the call's own default holds.
 *
 * @param mixed $given Names in any of the ways they are written (`camera-off`, `camera_off`, `cameraOff`); a flag may stand alone.
 * @return array Values by attribute: strings, whole numbers, true.
 */
function nexrtc_clean_attributes( $given ) {
	$rules = nexrtc_attribute_rules();
	$clean = array();
	foreach ( is_array( $given ) ? $given : array() as $name => $value ) {
		if ( is_int( $name ) ) {
			$name  = is_string( $value ) ? $value : '';
			$value = true;
		}
		$name = strtolower( str_replace( '_', '-', preg_replace( '/[A-Z]/', '-$0', $name ) ) );
		if ( ! isset( $rules[ $name ] ) ) {
			continue;
		}
		$cleaned = nexrtc_clean_value( $value, $rules[ $name ] );
		if ( null !== $cleaned ) {
			$clean[ $name ] = $cleaned;
		}
	}
	return $clean;
}

/**
 * One value by its rule.
 *
 * @param mixed $value As it was given.
 * @param array $rule  Of nexrtc_attribute_rules().
 * @return string|int|true|null Null: not to be used.
 */
function nexrtc_clean_value( $value, $rule ) {
	if ( ! is_scalar( $value ) ) {
		return null;
	}
	switch ( $rule[0] ) {
		case 'flag':
			return in_array( strtolower( trim( (string) $value ) ), array( '', '0', 'false', 'no', 'off' ), true ) ? null : true;
		case 'number':
			$number = filter_var( $value, FILTER_VALIDATE_INT );
			return false === $number || $number < $rule[1] || $number > $rule[2] ? null : $number;
		case 'choice':
			return in_array( $value, $rule[1], true ) ? $value : null;
		case 'words':
			$words = array_values( array_intersect( $rule[1], preg_split( '/[\s,]+/', strtolower( (string) $value ) ) ) );
			return $words ? implode( ' ', $words ) : null;
		case 'language':
			return preg_match( '/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/iD', (string) $value ) ? (string) $value : null;
		default:
			return nexrtc_clean_text( $value, $rule[1] );
	}
}

/**
 * Text without control characters and signs that turn the direction of what stands around it.
 *
 * @param string $value As it was given.
 * @param int    $most  Most characters.
 * @return string|null Null: nothing is left.
 */
function nexrtc_clean_text( $value, $most ) {
	$text = wp_check_invalid_utf8( (string) $value );
	$text = trim( (string) preg_replace( '/[\x{0}-\x{1F}\x{7F}-\x{9F}\x{61C}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}]/u', '', $text ) );
	return '' === $text ? null : mb_substr( $text, 0, $most );
}
