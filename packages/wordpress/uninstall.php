<?php
// Removes the setting, on every site of a network.
defined('WP_UNINSTALL_PLUGIN') || exit;

if (!is_multisite()) {
    delete_option('{name}_host');
    return;
}
foreach (get_sites(['fields' => 'ids', 'number' => 0]) as $site) {
    delete_blog_option($site, '{name}_host');
}
