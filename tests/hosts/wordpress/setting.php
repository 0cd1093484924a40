<?php
// Prints the value that is stored for each argument, and whether there is a message, as JSON. Then removes the plugin,
// as WordPress does, and prints whether its setting is left.
define('WP_ADMIN', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/admin.php';
$option = 'kennislemniscaat_host';
do_action('admin_init');
$stored = function (string $value) use ($option): array {
    $GLOBALS['wp_settings_errors'] = [];
    return [sanitize_option($option, $value), get_settings_errors($option) !== []];
};
$answers = array_map($stored, array_slice($argv, 1));
// The address of the tests: other tests read the setting as well.
remove_all_filters("sanitize_option_$option");
update_option($option, getenv('WIDGET_SITE'));
$before = get_option($option);
uninstall_plugin('kennislemniscaat/plugin.php');
echo wp_json_encode(['stored' => $answers, 'before' => $before, 'after' => get_option($option)]);
