<?php
// Installs WordPress with the posts that the tests read: as an author may write them, and as
// an administrator may.
define('WP_INSTALLING', true);
$server = new mysqli('127.0.0.1', 'root', '', '', (int) getenv('DATABASE_PORT'));
$server->query('CREATE DATABASE wordpress');
$_SERVER += ['HTTP_HOST' => parse_url(getenv('WORDPRESS_SITE'), PHP_URL_HOST), 'REQUEST_METHOD' => 'GET'];
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Gast', 'beheer', 'beheer@gast.invalid', false, '', wp_generate_password());
update_option('permalink_structure', '');
$administrator = get_user_by('login', 'beheer')->ID;
$author = wp_insert_user(['user_login' => 'auteur', 'user_pass' => wp_generate_password(), 'role' => 'author']);

$widget = getenv('WIDGET_SITE');
$frame = "<iframe src=\"{$widget}nl/vertaling/?embed\" title=\"De kennislemniscaat\" width=\"640\" height=\"760\"></iframe>";
$element = "<kennis-lemniscaat lang=\"nl\" view=\"vertaling\"><a href=\"{$widget}nl/vertaling/\">De kennislemniscaat</a></kennis-lemniscaat>
<script async src=\"{$widget}embed.js\"></script>";
$posts = [
    101 => [$author, "{$widget}nl/vertaling/"],
    102 => [$administrator, $frame],
    103 => [$administrator, "<!-- wp:html -->\n$element\n<!-- /wp:html -->"],
    104 => [$author, "<!-- wp:html -->\n$element\n<!-- /wp:html -->"],
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
        fwrite(STDERR, "post $id could not be saved\n");
        exit(1);
    }
}
