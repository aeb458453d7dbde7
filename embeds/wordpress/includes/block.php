<?php
/**
 * The block "Video call": drawn on the server, with a preview in the editor.
 *
 * @package NexRTC
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		wp_register_script(
			'nexrtc-editor',
			plugins_url( 'block/editor.js', NEXRTC_FILE ),
			array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
			NEXRTC_VERSION,
			true
		);
		// The preview is the real lobby, which asks for nothing before somebody acts in it. The block brings its script: the
		// editor may show it in a frame, and most posts have none.
		$editor = array(
			'words'  => nexrtc_editor_words(),
			'script' => add_query_arg( 'ver', NEXRTC_VERSION, plugins_url( 'assets/nexrtc.js', NEXRTC_FILE ) ),
		);
		wp_add_inline_script( 'nexrtc-editor', 'window.nexrtcEditor = ' . wp_json_encode( $editor ) . ';', 'before' );
		register_block_type(
			dirname( NEXRTC_FILE ) . '/block',
			array(
				'title'           => __( 'Video call', 'nexrtc' ),
				'description'     => __( 'People who open the page meet here.', 'nexrtc' ),
				'render_callback' => function ( $attributes ) {
					return nexrtc_render( $attributes, get_block_wrapper_attributes( array( 'class' => 'nexrtc-call' ) ) );
				},
			)
		);
	}
);

/**
 * @return string[] Words of the editor.
 */
function nexrtc_editor_words() {
	return array(
		'settings'   => __( 'Call', 'nexrtc' ),
		'room'       => __( 'Room', 'nexrtc' ),
		'roomHint'   => __( 'Pages with the same room meet each other.', 'nexrtc' ),
		'noRoom'     => __( 'Name a room to see the call.', 'nexrtc' ),
		/* translators: %s: name of the room. */
		'preview'    => __( 'Preview of the room “%s”', 'nexrtc' ),
		'height'     => __( 'Height in pixels', 'nexrtc' ),
		'theme'      => __( 'Colours', 'nexrtc' ),
		'site'       => __( 'As in the settings', 'nexrtc' ),
		'auto'       => __( 'As the page', 'nexrtc' ),
		'light'      => __( 'Light', 'nexrtc' ),
		'dark'       => __( 'Dark', 'nexrtc' ),
		'contrast'   => __( 'High contrast', 'nexrtc' ),
		'layout'     => __( 'Layout', 'nexrtc' ),
		'layoutAuto' => __( 'Automatic', 'nexrtc' ),
		'grid'       => __( 'Grid', 'nexrtc' ),
		'speaker'    => __( 'Speaker', 'nexrtc' ),
		'sidebar'    => __( 'Sidebar', 'nexrtc' ),
		'muted'      => __( 'Start without microphone', 'nexrtc' ),
		'cameraOff'  => __( 'Start without camera', 'nexrtc' ),
		'noVideo'    => __( 'Sound only', 'nexrtc' ),
	);
}
