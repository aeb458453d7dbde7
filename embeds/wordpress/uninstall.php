<?php
/**
 * Leaves nothing behind.
 *
 * @package NexRTC
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/** Of the current site. */
function nexrtc_forget() {
	global $wpdb;
	delete_option( 'nexrtc_settings' );
	delete_option( 'nexrtc_key' );
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- There is no function that deletes transients by their beginning.
	$wpdb->query( "DELETE FROM {$wpdb->options} WHERE option_name LIKE '\\_transient\\_nexrtc\\_open\\_%' OR option_name LIKE '\\_transient\\_timeout\\_nexrtc\\_open\\_%'" );
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $nexrtc_site ) {
		switch_to_blog( $nexrtc_site );
		nexrtc_forget();
		restore_current_blog();
	}
} else {
	nexrtc_forget();
}
