<?php
// Installs WordPress with the plugin, and with the posts that the tests read: as an author may write them, and as
// an administrator may.
define('WP_INSTALLING', true);
$server = new mysqli('127.0.0.1', 'root', '', '', (int) getenv('DATABASE_PORT'));
$server->query('CREATE DATABASE wordpress');
$_SERVER += ['HTTP_HOST' => parse_url(getenv('WORDPRESS_SITE'), PHP_URL_HOST), 'REQUEST_METHOD' => 'GET'];
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
require ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';

function fail(string $message): void {
    fwrite(STDERR, "$message\n");
    exit(1);
}

wp_install('Gast', 'beheer', 'beheer@gast.invalid', false, '', wp_generate_password());
update_option('permalink_structure', '');
// The feed has all posts.
update_option('posts_per_rss', 50);
$administrator = get_user_by('login', 'beheer')->ID;
// The tests log in as this author, whose language is Dutch.
$author = wp_insert_user(['user_login' => 'auteur', 'user_pass' => 'auteur', 'role' => 'author', 'locale' => 'nl_NL']);

// As an administrator does who uploads the zip.
$upgrader = new Plugin_Upgrader(new Automatic_Upgrader_Skin());
if ($upgrader->install(getenv('PLUGIN')) !== true) {
    fail('the plugin could not be installed: ' . implode(' ', $upgrader->skin->get_upgrade_messages()));
}
$activated = activate_plugin($upgrader->plugin_info());
if (is_wp_error($activated)) {
    fail('the plugin could not be activated: ' . $activated->get_error_message());
}

$widget = getenv('WIDGET_SITE');
$view = "{$widget}nl/vertaling/";
$frame = "<iframe src=\"{$widget}kader/nl/vertaling/\" title=\"De kennislemniscaat\" width=\"640\" height=\"760\"></iframe>";
$element = "<kennis-lemniscaat lang=\"nl\" view=\"vertaling\"><a href=\"$view\">De kennislemniscaat</a></kennis-lemniscaat>
<script async src=\"{$widget}embed.js\"></script>";
$embed = "<!-- wp:embed {\"url\":\"$view\",\"type\":\"rich\"} -->
<figure class=\"wp-block-embed is-type-rich\"><div class=\"wp-block-embed__wrapper\">
$view
</div></figure>
<!-- /wp:embed -->";
$block = fn(array $attributes) => '<!-- wp:kennislemniscaat/widget ' . serialize_block_attributes($attributes) . ' /-->';
// Every ninth text that would run as a script, as the value of each attribute.
$texts = file(getenv('HOSTILE_TEXTS'), FILE_IGNORE_NEW_LINES);
$texts = array_filter($texts, fn($index) => $index % 9 === 0, ARRAY_FILTER_USE_KEY);
$names = ['view', 'lang', 'theme', 'headingLevel', 'align', 'className'];
$hostile = array_map(fn($text) => $block(array_fill_keys($names, "\">$text")), $texts);
$hostile[] = $block(array_fill_keys($names, ['"><script>window.xss=1</script>']));
$hostile = implode("\n", $hostile);
$posts = [
    101 => [$author, $view],
    102 => [$administrator, $frame],
    103 => [$administrator, "<!-- wp:html -->\n$element\n<!-- /wp:html -->"],
    104 => [$author, "<!-- wp:html -->\n$element\n<!-- /wp:html -->"],
    105 => [$author, "[embed]{$view}[/embed]"],
    106 => [$author, $embed],
    107 => [$author, "{$widget}nl/zoeken/?q=beleid&fase=vertaling&embed"],
    108 => [$author, $block(['view' => 'translation', 'lang' => 'en', 'theme' => 'dark', 'headingLevel' => 3])],
    109 => [$author, $block(['view' => "{$widget}en/translation/"]) . $block(['view' => 'vertaling'])],
    110 => [$author, $hostile],
    111 => [$administrator, $hostile],
];
foreach ($posts as $id => [$user, $content]) {
    // What this user may not write is taken out, as when they save it.
    wp_set_current_user($user);
    $saved = wp_insert_post([
        'import_id' => $id,
        'post_author' => $user,
        'post_title' => 'Hoe kennis stroomt',
        'post_content' => wp_slash($content),
        'post_status' => 'publish',
    ]);
    if ($saved !== $id) {
        fail("post $id could not be saved");
    }
}
