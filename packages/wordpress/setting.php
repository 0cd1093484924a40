<?php
// The setting under Settings → Reading: the address of the site that the widget comes from.

defined('ABSPATH') || exit;

new class() {
    private const HOST = '{host}';
    private const OPTION = '{name}_host';

    public function __construct() {
        add_action('admin_init', [$this, 'register']);
    }

    public function register(): void {
        register_setting('reading', self::OPTION, ['sanitize_callback' => [$this, 'sanitize']]);
        $block = WP_Block_Type_Registry::get_instance()->get_registered('{name}/widget');
        // translators: %s is the title of the publication.
        $label = sprintf(__('Site of ‘%s’', '{name}'), $block->title ?? '');
        $arguments = ['label_for' => self::OPTION];
        add_settings_field(self::OPTION, esc_html($label), [$this, 'show'], 'reading', 'default', $arguments);
    }

    public function show(): void {
        $help = __('The address with https:// of the site that the widget comes from. Empty is the original site.', '{name}');
        printf('<input type="url" class="regular-text code" id="%1$s" name="%1$s" value="%2$s" aria-describedby="%1$s-help">' .
            '<p class="description" id="%1$s-help">%3$s</p>',
            esc_attr(self::OPTION), esc_url(get_option(self::OPTION) ?: self::HOST), esc_html($help));
    }

    /** The value to store: an address that ends in a slash, or nothing for the original site. */
    public function sanitize($value): string {
        $address = is_string($value) ? trim($value) : '';
        if ($address === '' || trailingslashit($address) === self::HOST) {
            return '';
        }
        if (preg_match('#^https://[^/?\#@\s]+(?:/[^?\#\s]*)?$#iD', $address) && esc_url_raw($address, ['https']) === $address) {
            return trailingslashit($address);
        }
        $message = __('The address of the widget’s site hasn’t changed. Expected an address that begins with https:// and contains no user name, ? or #.', '{name}');
        add_settings_error(self::OPTION, self::OPTION, esc_html($message));
        return get_option(self::OPTION, '');
    }
};
