<?php
// WordPress asks nothing of its own machine, and only usual ports; here the widget's host is both.
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn($ports) => [...$ports, (int) parse_url(getenv('WIDGET_SITE'), PHP_URL_PORT)]);
// Nobody is there to read its mail.
add_filter('pre_wp_mail', '__return_false');
// One of the two servers of the site is without the plugin.
if (getenv('WITHOUT_PLUGINS')) {
    add_filter('option_active_plugins', '__return_empty_array');
}
