<?php
// The plugin in Dutch, where WordPress is. A plain list, because .mo files can't be reviewed; translations that
// WordPress loads come first.

defined('ABSPATH') || exit;

new class() {
    private const TEXTS = [
        'Shows the widget in place of the address of a view, and as a block.' => 'Toont de widget op de plaats van het adres van een pagina, en als blok.',
        'Site of ‘%s’' => 'Site van ‘%s’',
        'The address with https:// of the site that the widget comes from. Empty is the original site.' => 'Het adres met https:// van de site waar de widget vandaan komt. Leeg is de oorspronkelijke site.',
        'The address of the widget’s site hasn’t changed. Expected an address that begins with https:// and contains no user name, ? or #.' => 'Het adres van de site van de widget is niet gewijzigd. Verwacht werd een adres dat begint met https:// en geen gebruikersnaam, ? of # bevat.',
        'Shows a view of the publication.' => 'Toont een pagina van de publicatie.',
        'View' => 'Pagina',
        'Paste the address of a page of the publication. Empty is the overview.' => 'Plak het adres van een pagina van de publicatie. Leeg is het overzicht.',
        'Language' => 'Taal',
        'The code of the language, such as nl. An address above has its own.' => 'De code van de taal, zoals nl. Een adres hierboven heeft zijn eigen taal.',
        'Colors' => 'Kleuren',
        'As this site' => 'Zoals deze site',
        'Light' => 'Licht',
        'Dark' => 'Donker',
        'As the reader prefers' => 'Zoals de lezer het wil',
        'Level of the first heading' => 'Niveau van de eerste kop',
    ];

    public function __construct() {
        add_filter('gettext_{name}', [$this, 'translate'], 10, 2);
        add_filter('gettext_with_context_{name}', [$this, 'translate'], 10, 2);
        add_filter('pre_load_script_translations', [$this, 'translate_script'], 10, 4);
    }

    public function translate(string $translation, string $text): string {
        return $translation === $text && $this->is_dutch() ? self::TEXTS[$text] ?? $text : $translation;
    }

    /** The translations of the block's script, as JSON for the package i18n of WordPress. */
    public function translate_script($json, $file, $handle, string $domain) {
        if ($domain !== '{name}' || !$this->is_dutch()) {
            return $json;
        }
        $texts = array_map(fn(string $text): array => [$text], self::TEXTS);
        return wp_json_encode(['locale_data' => ['{name}' => ['' => ['lang' => 'nl']] + $texts]]);
    }

    private function is_dutch(): bool {
        return strpos(determine_locale(), 'nl') === 0;
    }
};
