<?php
// Prints the embed that each argument becomes alone on a line, as JSON; null if no plugin shows it.
require __DIR__ . '/wp-load.php';
$embed = fn(string $address) => $GLOBALS['wp_embed']->get_embed_handler_html([], $address) ?: null;
echo wp_json_encode(array_map($embed, array_slice($argv, 1)));
