//! The plugin in a real WordPress installation, for authors who may not write HTML. The posts are in
//! `tests/hosts/wordpress/install.php`.

use std::fs;

use anyhow::{Context, Result, ensure};
use harness::setup::{root, setup};
use harness::wordpress::{Wordpress, wordpress};
use harness::wordpress_plugin::NAME;
use harness::{Page, blank};
use serde_json::{Value, json};

use super::wordpress::follow_tip;

/// An author's posts with the address of a phase: bare, as shortcode, and in the Embed block.
const ADDRESSES: [u32; 3] = [101, 105, 106];
/// An author's post with the address of a search.
const SEARCH: u32 = 107;
/// An author's posts with one block, and with two.
const BLOCK: u32 = 108;
const TWO_BLOCKS: u32 = 109;
/// Posts with blocks whose attributes would run as scripts, by an author and by an administrator, whose text WordPress
/// leaves as it is.
const HOSTILE: [u32; 2] = [110, 111];

/// The number of the loader's script tags in the document.
const SCRIPTS: &str = "document.querySelectorAll('script[src$=\"/embed.js\"]').length";

/// Opens a post of the site with the plugin, and waits for the heading of its first widget.
async fn open_post(site: &Wordpress, post: u32, heading: &str) -> Result<Page> {
    let page = blank().await?;
    page.open(&post_address(site, post)).await?;
    let shown = "heading()?.startsWith(arguments[0])";
    page.wait_with(
        &format!("“{heading}” in post {post}"),
        shown,
        json!([heading]),
    )
    .await?;
    Ok(page)
}

fn post_address(site: &Wordpress, post: u32) -> String {
    format!("{}/?p={post}", site.address_with_plugin)
}

/// The address of a page of the published site.
fn published(path: &str) -> String {
    format!("{}{path}", setup().base_url)
}

#[tokio::test]
async fn an_address_alone_on_a_line_is_the_widget() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    for post in ADDRESSES {
        let page = open_post(site, post, "Fase 3 van 4: ").await?;
        let state = format!(
            "const element = place();
            return [element.localName, element.getAttributeNames().sort().join(), {SCRIPTS},
                document.querySelectorAll('iframe, p kennis-lemniscaat').length,
                element.querySelector('a').href, document.cookie];"
        );
        let state: Value = page.js(&state).await?;
        let link = published("nl/vertaling/");
        let expected = json!(["kennis-lemniscaat", "lang,view", 1, 0, link, ""]);
        ensure!(
            state == expected,
            "post {post} has {state}; expected {expected}"
        );
        follow_tip(&page).await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_address_of_a_search_keeps_its_query() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    let page = open_post(site, SEARCH, "Zoeken").await?;
    let results = "$('.kl-find input')?.value === 'beleid' && $('.kl-find')?.textContent.includes('Vertaling ×')";
    page.wait("the query with its phase", results).await?;
    let view: String = page.js("return place().getAttribute('view');").await?;
    ensure!(
        view == "zoeken?q=beleid&fase=vertaling",
        "the element has the view {view}"
    );
    Ok(())
}

#[tokio::test]
async fn a_block_has_its_attributes() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    let page = open_post(site, BLOCK, "Phase 3 of 4: ").await?;
    let state = "return [$('[data-title]').localName, getComputedStyle(kl()).colorScheme,
        place().querySelector('a').getAttribute('href')];";
    let state: Value = page.js(state).await?;
    let expected = json!(["h3", "dark", published("en/translation/")]);
    ensure!(
        state == expected,
        "the block has {state}; expected {expected}"
    );
    Ok(())
}

#[tokio::test]
async fn two_blocks_share_one_script() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    let page = open_post(site, TWO_BLOCKS, "Phase 3 of 4: ").await?;
    page.wait(
        "the second widget",
        "heading(1)?.startsWith('Fase 3 van 4: ')",
    )
    .await?;
    let tags: Value = page
        .js(&format!(
            "const tag = document.querySelector('script[src$=\"/embed.js\"]');
            return [{SCRIPTS}, tag.async, tag.dataset.only, tag.textContent];"
        ))
        .await?;
    ensure!(
        tags == json!([1, true, "elements", ""]),
        "(tags, async, data-only, text) is {tags}"
    );
    Ok(())
}

#[tokio::test]
async fn hostile_attributes_of_a_block_are_text_or_left_out() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    for post in HOSTILE {
        let page = open_post(site, post, "De kennislemniscaat").await?;
        let state = "
            const all = [...document.querySelectorAll('body *')];
            const widgets = [...document.querySelectorAll('kennis-lemniscaat')];
            const attributes = widgets.map(({attributes}) =>
                [...attributes].map(({name, value}) => `${name}=${value}`).filter((text) => text !== 'view=').sort().join());
            return {
                ran: window.xss ?? 0,
                elements: [...new Set(all.map((element) => element.localName))].sort(),
                handlers: all.flatMap((element) => element.getAttributeNames()).filter((name) => name.startsWith('on')),
                scripts: document.querySelectorAll('body script').length,
                widgets: widgets.length > 10,
                attributes: [...new Set(attributes)],
            };";
        let state: Value = page.js(state).await?;
        let expected = json!({
            "ran": 0,
            "elements": ["a", "div", "h1", "kennis-lemniscaat", "script"],
            "handlers": [],
            "scripts": 1,
            "widgets": true,
            "attributes": ["heading-level=2,lang=nl,theme=auto"],
        });
        ensure!(
            state == expected,
            "post {post} has {state:#}; expected {expected:#}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn feeds_and_the_rest_api_have_a_frame_with_the_query() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    let frame = published("kader/nl/zoeken/?q=beleid&#038;fase=vertaling");
    let frame = format!("src=\"{frame}\"");
    for path in [
        &*format!("/?rest_route=/wp/v2/posts/{SEARCH}"),
        "/?feed=rss2",
    ] {
        let address = format!("{}{path}", site.address_with_plugin);
        let answer = reqwest::get(&address).await?.text().await?;
        // JSON escapes slashes and quotation marks.
        let answer = answer.replace('\\', "");
        ensure!(answer.contains(&frame), "{address} lacks {frame}: {answer}");
        ensure!(
            !answer.contains("<kennis-lemniscaat lang=\"nl\" view=\"zoeken"),
            "{address} has the element, without its script"
        );
    }
    Ok(())
}

#[tokio::test]
async fn only_addresses_of_views_become_widgets() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    let cases = [
        ("", Some("lang=\"nl\"")),
        ("nl", Some("lang=\"nl\"")),
        ("nl/vertaling", Some("lang=\"nl\" view=\"vertaling\"")),
        (
            "nl/vertaling/?embed#titel",
            Some("lang=\"nl\" view=\"vertaling\""),
        ),
        (
            "en/translation/index.html",
            Some("lang=\"en\" view=\"translation\""),
        ),
        (
            "nl/vertaling/tip-1/",
            Some("lang=\"nl\" view=\"vertaling/tip-1\""),
        ),
        (
            "nl/zoeken/?q=%22%3E%3Cscript%3E&utm_source=x&thema[]=y",
            Some("lang=\"nl\" view=\"zoeken?q=%22%3E%3Cscript%3E\""),
        ),
        (
            "kader/nl/vertaling/",
            Some("lang=\"nl\" view=\"vertaling\""),
        ),
        ("nl/inhoud/", None),
        ("nl/insluiten/", None),
        ("en/step-by-step", None),
        ("nl/kaart.png", None),
        ("vertaling/", None),
        ("voorbeeld/", None),
        ("kennis-naar-actie/nl/", None),
        ("nl/\"><script>", None),
    ];
    let addresses: Vec<_> = cases.iter().map(|(path, _)| published(path)).collect();
    let mut arguments = vec!["addresses.php"];
    arguments.extend(addresses.iter().map(String::as_str));
    let embeds: Vec<Option<String>> = serde_json::from_str(&site.php(&arguments)?)?;
    ensure!(
        embeds.len() == cases.len(),
        "expected an answer for each address"
    );
    for ((path, expected), embed) in cases.iter().zip(embeds) {
        let attributes = embed.as_deref().and_then(|embed| {
            let (_, rest) = embed.split_once("<kennis-lemniscaat ")?;
            Some(rest.split_once('>')?.0)
        });
        ensure!(
            attributes == *expected,
            "“{path}” becomes {embed:?}; expected {expected:?}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn the_setting_is_an_https_address_and_goes_with_the_plugin() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    // The value, the one that is stored, and whether there is a message.
    let cases = [
        ("", "", false),
        ("https://example.org", "https://example.org/", false),
        (
            " https://example.org/a/b ",
            "https://example.org/a/b/",
            false,
        ),
        (&*setup().base_url, "", false),
        ("http://example.org/", "", true),
        ("https://name:word@example.org/", "", true),
        ("https://example.org/?q", "", true),
        ("https://example.org/#a", "", true),
        ("https://example.org/\"><script>", "", true),
        ("javascript:alert(1)", "", true),
    ];
    let mut arguments = vec!["setting.php"];
    arguments.extend(cases.iter().map(|(value, ..)| *value));
    let answer: Value = serde_json::from_str(&site.php(&arguments)?)?;
    let stored = cases.map(|(_, stored, message)| json!([stored, message]));
    let expected = json!({"stored": stored, "before": setup().base_url, "after": false});
    ensure!(
        answer == expected,
        "the setting is {answer:#}; expected {expected:#}"
    );
    Ok(())
}

#[tokio::test]
async fn every_php_file_of_the_plugin_is_valid() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    let mut count = 0;
    for file in fs::read_dir(root().join("packages/wordpress"))? {
        let name = file?
            .file_name()
            .into_string()
            .ok()
            .context("a name in UTF-8")?;
        if name.ends_with(".php") {
            // The file as WordPress has unpacked it.
            site.php(&["-l", &format!("wp-content/plugins/{NAME}/{name}")])?;
            count += 1;
        }
    }
    ensure!(count > 0, "packages/wordpress has no PHP");
    Ok(())
}

#[tokio::test]
async fn an_author_inserts_the_block_in_the_editor() -> Result<()> {
    let Some(site) = wordpress() else {
        return Ok(());
    };
    let page = blank().await?;
    let at = |path: &str| format!("{}{path}", site.address_with_plugin);
    page.open(&at("/wp-login.php")).await?;
    page.js::<()>(
        "document.querySelector('#user_login').value = 'auteur';
        document.querySelector('#user_pass').value = 'auteur';
        document.querySelector('#loginform').submit();",
    )
    .await?;
    let logged_in =
        "document.readyState === 'complete' && document.body.classList.contains('wp-admin')";
    page.wait("the author to be logged in", logged_in).await?;
    page.open(&at("/wp-admin/post-new.php")).await?;
    let block = format!("{NAME}/widget");
    let editor = "window.wp?.blocks?.getBlockType(arguments[0]) && document.querySelector('.block-editor-writing-flow')";
    page.wait_with("the editor with the block", editor, json!([block]))
        .await?;

    let search = published("nl/zoeken/?q=beleid");
    let framed = published("kader/nl/zoeken/?q=beleid");
    let insert = "
        wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock(arguments[0], {view: arguments[1]}));
        wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block');";
    page.js_with::<()>(insert, json!([block, search])).await?;
    // Newer editors have a frame around the text.
    let preview =
        "(document.querySelector('iframe[name=editor-canvas]')?.contentDocument ?? document)
        .querySelector(`[data-type=\"${arguments[0]}\"] iframe`)?.src === arguments[1]";
    page.wait_with("a preview of the search", preview, json!([block, framed]))
        .await?;
    let label = "[...document.querySelectorAll('.block-editor-block-inspector label')].some(
        ({textContent}) => textContent === 'Niveau van de eerste kop')";
    page.wait("the settings of the block in Dutch", label)
        .await?;

    // The editor shows a pasted address by its own proxy for oEmbed.
    let proxy = "return wp.apiFetch({path: `/oembed/1.0/proxy?url=${encodeURIComponent(arguments[0])}`})
        .then(({html}) => new DOMParser().parseFromString(html, 'text/html').querySelector('iframe').src);";
    let frame: String = page.js_with(proxy, json!([search])).await?;
    ensure!(frame == framed, "the preview of the address is {frame}");

    let save = "
        const { dispatch, select } = wp.data;
        dispatch('core/editor').editPost({ title: 'Uit de editor', status: 'publish' });
        return dispatch('core/editor').savePost().then(() =>
            [select('core/editor').getCurrentPostId(), select('core/editor').getEditedPostContent()]);";
    let (post, content): (u32, String) = page.js(save).await?;
    let expected = format!("<!-- wp:{block} {{\"view\":\"{search}\"}} /-->");
    ensure!(
        content == expected,
        "the post has {content}; expected {expected}"
    );
    page.open(&post_address(site, post)).await?;
    let shown = "heading() === 'Zoeken' && $('.kl-find input')?.value === 'beleid'";
    page.wait("the search in the post", shown).await
}
