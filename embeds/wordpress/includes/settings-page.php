<?php
/**
 * Settings → NexRTC. WordPress's own `options.php` saves it, and checks the nonce and `manage_options` before.
 *
 * @package NexRTC
 */

defined( 'ABSPATH' ) || exit;

add_action(
	'admin_menu',
	function () {
		add_options_page( __( 'NexRTC video calls', 'nexrtc' ), 'NexRTC', 'manage_options', 'nexrtc', 'nexrtc_settings_page' );
	}
);

add_filter(
	'plugin_action_links_' . plugin_basename( NEXRTC_FILE ),
	function ( $links ) {
		$link = '<a href="' . esc_url( admin_url( 'options-general.php?page=nexrtc' ) ) . '">' . esc_html__( 'Settings', 'nexrtc' ) . '</a>';
		return array_merge( array( $link ), $links );
	}
);

/** The page. */
function nexrtc_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = nexrtc_settings();
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'NexRTC video calls', 'nexrtc' ); ?></h1>
		<p><?php esc_html_e( 'Put the block "Video call" on a page, or this shortcode:', 'nexrtc' ); ?> <code>[nex_call room="team-standup"]</code></p>
		<form action="options.php" method="post">
			<?php settings_fields( 'nexrtc' ); ?>
			<table class="form-table" role="presentation">
				<?php
				nexrtc_row(
					'server',
					__( 'Signalling server', 'nexrtc' ),
					nexrtc_input( 'server', $settings['server'], 'https://signal.example.org/' ),
					__( 'Address of a PeerServer; several are separated by spaces and tried in order. Empty: the public PeerJS cloud, which is shared and comes without promises. Sound and pictures never pass through it.', 'nexrtc' )
				);
				nexrtc_row(
					'turn_urls',
					__( 'TURN servers', 'nexrtc' ),
					nexrtc_input( 'turn_urls', $settings['turn_urls'], 'turns:turn.example.org:443?transport=tcp' ),
					__( 'Needed for calls between strict networks. Used with the secret below.', 'nexrtc' )
				);
				nexrtc_row(
					'turn_secret',
					__( 'TURN secret', 'nexrtc' ),
					'<input type="password" class="regular-text" id="nexrtc-turn_secret" name="nexrtc_settings[turn_secret]" value="" autocomplete="new-password">' .
					( '' === $settings['turn_secret'] ? '' : '<br>' . nexrtc_checkbox( 'forget_turn_secret', false, __( 'Forget the stored secret', 'nexrtc' ) ) ),
					'' === $settings['turn_secret']
						? __( 'The "static-auth-secret" of your TURN server. It stays on this site: visitors get credentials for one hour.', 'nexrtc' )
						: __( 'A secret is stored. Leave this empty to keep it.', 'nexrtc' )
				);
				nexrtc_row(
					'ice_servers',
					__( 'Other STUN and TURN servers', 'nexrtc' ),
					'<textarea class="large-text code" rows="3" id="nexrtc-ice_servers" name="nexrtc_settings[ice_servers]" placeholder="' . esc_attr( '[{"urls": "stun:stun.example.org"}]' ) . '">' . esc_textarea( $settings['ice_servers'] ) . '</textarea>',
					__( 'A JSON list. Credentials in it can be read by every visitor.', 'nexrtc' )
				);
				nexrtc_row(
					'theme',
					__( 'Colours', 'nexrtc' ),
					nexrtc_select(
						'theme',
						$settings['theme'],
						array(
							'auto'     => __( 'As the page', 'nexrtc' ),
							'light'    => __( 'Light', 'nexrtc' ),
							'dark'     => __( 'Dark', 'nexrtc' ),
							'contrast' => __( 'High contrast', 'nexrtc' ),
						)
					),
					''
				);
				nexrtc_row(
					'start',
					__( 'Who may start a call', 'nexrtc' ),
					nexrtc_select(
						'start',
						$settings['start'],
						array(
							'everyone' => __( 'Everybody', 'nexrtc' ),
							'members'  => __( 'Everybody who is logged in', 'nexrtc' ),
							'authors'  => __( 'Those who write on this site', 'nexrtc' ),
							'admins'   => __( 'Administrators', 'nexrtc' ),
						)
					),
					__( 'The others wait on the page until one of these is in the call.', 'nexrtc' )
				);
				nexrtc_row(
					'',
					__( 'Rooms', 'nexrtc' ),
					nexrtc_checkbox( 'own_rooms', $settings['own_rooms'], __( 'The rooms belong to this site', 'nexrtc' ) ) . '<br>' .
					nexrtc_checkbox( 'prefill_name', $settings['prefill_name'], __( 'Fill in the display name of those who are logged in', 'nexrtc' ) ),
					__( 'Rooms that belong to this site have a key of their own: nobody joins them from elsewhere by knowing their name. They always do unless everybody may start a call.', 'nexrtc' )
				);
				?>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}

/**
 * @param string $name  Of the setting its label is for; empty where each field has its own.
 * @param string $title Words.
 * @param string $field HTML that is escaped already.
 * @param string $hint  Words.
 */
function nexrtc_row( $name, $title, $field, $hint ) {
	$head = esc_html( $title );
	if ( '' === $name ) {
		$field = '<fieldset><legend class="screen-reader-text">' . $head . '</legend>' . $field . '</fieldset>';
	} else {
		$head = '<label for="nexrtc-' . esc_attr( $name ) . '">' . $head . '</label>';
	}
	// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- The field is made of escaped parts.
	echo '<tr><th scope="row">' . $head . '</th><td>' . $field;
	if ( '' !== $hint ) {
		echo '<p class="description">' . esc_html( $hint ) . '</p>';
	}
	echo '</td></tr>';
}

/**
 * @param string $name        Of the setting.
 * @param string $value       What is set.
 * @param string $placeholder An example.
 * @return string HTML.
 */
function nexrtc_input( $name, $value, $placeholder ) {
	return sprintf( '<input type="text" class="large-text code" id="nexrtc-%1$s" name="nexrtc_settings[%1$s]" value="%2$s" placeholder="%3$s">', esc_attr( $name ), esc_attr( $value ), esc_attr( $placeholder ) );
}

/**
 * @param string $name    Of the setting.
 * @param string $value   What is set.
 * @param array  $choices Words by value.
 * @return string HTML.
 */
function nexrtc_select( $name, $value, $choices ) {
	$options = '';
	foreach ( $choices as $choice => $words ) {
		$options .= sprintf( '<option value="%s"%s>%s</option>', esc_attr( $choice ), selected( $value, $choice, false ), esc_html( $words ) );
	}
	return sprintf( '<select id="nexrtc-%1$s" name="nexrtc_settings[%1$s]">%2$s</select>', esc_attr( $name ), $options );
}

/**
 * @param string $name  Of the setting.
 * @param bool   $is_on What is set.
 * @param string $words Beside it.
 * @return string HTML.
 */
function nexrtc_checkbox( $name, $is_on, $words ) {
	return sprintf( '<label><input type="checkbox" name="nexrtc_settings[%s]" value="1"%s> %s</label>', esc_attr( $name ), checked( $is_on, true, false ), esc_html( $words ) );
}
