<?php
/**
 * Plugin Name: {title}
 * Description: Shows the widget in place of the address of a view, and as a block.
 * Version: {version}
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * License URI: https://opensource.org/license/mit
 * Text Domain: {name}
 */

defined('ABSPATH') || exit;

require __DIR__ . '/setting.php';
require __DIR__ . '/dutch.php';

// A class without a name, because the plugins of two publications may be active on one site.
new class() {
    /** The address of the published site, where the setting names no other; it ends in a slash. */
    private const HOST = '{host}';
    private const ELEMENT = '{element}';
    /** The language of views whose address names none. */
    private const LANG = '{lang}';
    private const LANG_PATTERN = '[a-z]{2,3}(?:-[a-z0-9]+)*';
    /** The folder of pages that other sites may show in frames. */
    private const FRAMES = 'kader/';
    /** Parameters of the search. */
    private const PARAMETERS = ['q' => 1, 'soort' => 1, 'fase' => 1, 'thema' => 1, 'domein' => 1];
    /** Pages that aren't views; the widget can't show them. */
    private const OTHER_PAGES = 'inhoud|contents|stappenplan|step-by-step|checklist|print|citeren|cite|insluiten|embed';

    private string $title = '';

    public function __construct() {
        add_action('init', [$this, 'register']);
        add_filter('pre_oembed_result', [$this, 'replace_oembed'], 10, 2);
        add_filter('oembed_result', [$this, 'replace_oembed'], 10, 2);
        add_filter('script_loader_tag', [$this, 'complete_script_tag'], 10, 2);
    }

    public function register(): void {
        $block = register_block_type(__DIR__, ['render_callback' => [$this, 'render_block']]);
        $this->title = $block->title ?? '';
        wp_embed_register_handler('{name}', '#^' . $this->hosts() . '#', [$this, 'embed']);
    }

    public function render_block(array $attributes): string {
        [$lang, $path, $query] = $this->read_view($attributes['view']) ?? ['', '', ''];
        // An address has a language of its own.
        if (!$lang && preg_match('#^' . self::LANG_PATTERN . '$#iD', $attributes['lang'])) {
            $lang = strtolower($attributes['lang']);
        }
        $values = ['theme' => $attributes['theme'], 'heading-level' => $attributes['headingLevel']];
        return $this->widget([$lang, $path, $query], $values, ' ' . get_block_wrapper_attributes());
    }

    /** An address on a line of its own. False leaves an address that isn't a view's to WordPress. */
    public function embed(array $matches, array $sizes, string $url) {
        $view = $this->read_view($url);
        return $view ? $this->widget($view) : false;
    }

    /** A frame, in answers of oEmbed: they are stored, and the widget needs its script on every page that shows it. */
    public function replace_oembed($html, string $url) {
        $view = $this->read_view($url);
        return $view ? $this->frame($view) : $html;
    }

    private function widget(array $view, array $values = [], string $wrapper = ''): string {
        // Excerpts have no markup, and need no script.
        if (doing_filter('get_the_excerpt')) {
            return '';
        }
        // Here the page isn't this site's, or has no script tags.
        if (is_admin() || is_feed() || wp_doing_cron() || defined('REST_REQUEST')) {
            return "<div$wrapper>{$this->frame($view)}</div>";
        }
        wp_enqueue_script(self::ELEMENT, $this->host() . 'embed.js', [], null, true);
        [$lang, $path, $query] = $view;
        $values += ['lang' => $lang ?: self::LANG, 'view' => $path . ($query === '' ? '' : "?$query")];
        $attributes = '';
        foreach (array_filter($values) as $name => $value) {
            $attributes .= sprintf(' %s="%s"', $name, esc_attr($value));
        }
        $link = sprintf('<a href="%s">%s</a>', esc_url($this->address($view)), esc_html($this->title));
        return sprintf('<div%1$s><%2$s%3$s>%4$s</%2$s></div>', $wrapper, self::ELEMENT, $attributes, $link);
    }

    private function frame(array $view): string {
        $frame = '<iframe src="%s" title="%s" width="640" height="760"></iframe>';
        return sprintf($frame, esc_url($this->address($view, self::FRAMES)), esc_attr($this->title));
    }

    /** Language, view and query of an address or of the name of a view; null for any other text. */
    private function read_view(string $text): ?array {
        $lang = '(?<lang>' . self::LANG_PATTERN . ')(?:/|(?=[?\#]|$))';
        $view = '(?!(?:' . self::OTHER_PAGES . ')/?(?:[?\#]|$))(?<view>[a-z0-9-]+(?:/[a-z0-9-]+)*)/?';
        $rest = '(?:index\.html)?(?:\?(?<query>[^\#]*))?(?:\#.*)?';
        $frames = self::FRAMES;
        $pattern = "#^(?:(?<host>{$this->hosts()})(?:$frames)?(?:$lang)?)?(?:$view)?$rest$#iD";
        if (!preg_match($pattern, trim($text), $parts, PREG_UNMATCHED_AS_NULL)) {
            return null;
        }
        // Every view has a language in its address.
        if ($parts['host'] && !$parts['lang'] && $parts['view']) {
            return null;
        }
        parse_str($parts['query'] ?? '', $query);
        $query = array_filter(array_intersect_key($query, self::PARAMETERS), 'is_string');
        return [strtolower($parts['lang'] ?? ''), strtolower($parts['view'] ?? ''), http_build_query($query)];
    }

    private function address(array $view, string $folder = ''): string {
        [$lang, $path, $query] = $view;
        $address = $this->host() . $folder . ($lang ?: self::LANG) . '/' . ($path === '' ? '' : "$path/");
        return $address . ($query === '' ? '' : "?$query");
    }

    private function host(): string {
        return get_option('{name}_host') ?: self::HOST;
    }

    /** A pattern of the addresses of the site: posts may be older than the setting. */
    private function hosts(): string {
        return '(?:' . preg_quote(self::HOST, '#') . '|' . preg_quote($this->host(), '#') . ')';
    }

    public function complete_script_tag(string $tag, string $handle): string {
        return $handle === self::ELEMENT ? str_replace(' src=', ' async data-only="elements" src=', $tag) : $tag;
    }
};
