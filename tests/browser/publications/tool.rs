//! A publication from the first answer to the published site, without a browser's knowledge of how it was made.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Result, anyhow, ensure};
use harness::blank;
use harness::server::Plan;
use harness::servers::free_port;
use harness::setup::{exhaustive, setup};
use publisher::commands::check::write_missing;
use publisher::commands::new::{Answers, new};
use publisher::commands::preview::preview;
use publisher::commands::publish::publish;
use publisher::manuscript::Language;
use publisher::publication::Publication;
use publisher::template::Template;
use serde_json::json;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

/// The answers of an editor to the questions of the tool.
pub(super) fn answers() -> Answers {
    let answer = |text: &str| Some(text.to_owned());
    Answers {
        title: answer("Ons model"),
        lang: answer("nl"),
        loops: answer("Praktijk, Beleid"),
        phases: answer("Vragen, Leren / Beslissen, Doen"),
        organisation: answer("Gemeente Voorbeeld"),
    }
}

/// Publishes on a thread of its own: the renderer of pages has its own executor.
pub(super) fn publish_to(
    template: &Template,
    publication: &mut Publication,
    out: &Path,
) -> Result<()> {
    let publish = || publish(template, publication, out, None).map(drop);
    let result = thread::scope(|scope| scope.spawn(publish).join());
    result.unwrap_or_else(|_| Err(anyhow!("publishing has panicked")))
}

#[tokio::test]
async fn a_new_publication_is_published_and_a_broken_one_leaves_it_alone() -> Result<()> {
    let work = tempfile::tempdir()?;
    let (folder, out) = (work.path().join("model"), work.path().join("site"));
    new(&folder, &answers())?;
    let template = Template::stored()?;
    let mut publication = Publication::read(&folder)?;
    publish_to(&template, &mut publication, &out)?;
    write_missing(&publication)?;

    let page = blank().await?;
    let site = Plan::default()
        .files("/model", out.display().to_string())
        .serve()
        .await?;
    page.open(&site.url("/model/nl/")).await?;
    page.wait("the page", "heading() === 'Ons model'").await?;
    page.click("$('.kl-phase-2 .kl-label')").await?;
    page.wait_with(
        "a phase",
        "heading()?.startsWith(arguments[0])",
        json!(["Fase 2 van 4: Leren"]),
    )
    .await?;
    let element = fs::read_to_string(out.join("embed.js"))?;
    ensure!(
        element.contains("\"ons-model\""),
        "the element has another name"
    );

    // The text loses a phase's loop: nothing is published, and the older site stays.
    let phase = folder.join("nl/2-leren.md");
    let text = fs::read_to_string(&phase)?;
    fs::write(&phase, text.replace("lus: praktijk", ""))?;
    ensure!(
        Publication::read(&folder).is_err(),
        "a phase without a loop has no problem"
    );
    ensure!(
        out.join("nl/leren/index.html").exists(),
        "the older site is gone"
    );

    // A tip that is gone leads to its phase, and says so.
    let tip = "1. Schrijf hier de eerste tip. {#schrijf-hier-de-eerste-tip}";
    fs::write(&phase, text.replace(tip, "1. Vraag door. {#vraag-door}"))?;
    let first = fs::read_to_string(folder.join("nl/1-vragen.md"))?;
    ensure!(first.contains(tip), "no key was written: {first}");
    let mut publication = Publication::read(&folder)?;
    publish_to(&template, &mut publication, &out)?;
    page.open(&site.url("/model/nl/leren/schrijf-hier-de-eerste-tip/"))
        .await?;
    let notice = "heading()?.startsWith('Fase 2 van 4') && $('.kl-notice').textContent.includes('leren/schrijf-hier-de-eerste-tip')";
    page.wait("the phase with a notice", notice).await?;
    Ok(())
}

#[tokio::test]
async fn a_preview_shows_each_save_and_the_problems_above_the_last_good_page() -> Result<()> {
    let work = tempfile::tempdir()?;
    let folder = work.path().join("model");
    new(&folder, &answers())?;
    let (template, port) = (Template::stored()?, free_port()?);
    let watched = folder.clone();
    // It runs until the tests end.
    thread::spawn(move || preview(&template, &watched, port, Language::English));
    let page = blank().await?;
    let address = format!("http://127.0.0.1:{port}/nl/leren/");
    let listening = async {
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            sleep(Duration::from_millis(20)).await;
        }
    };
    timeout(Duration::from_secs(60), listening).await?;
    page.open(&address).await?;
    let shows = async |text: &str| {
        let shown = "document.body?.textContent.includes(arguments[0])";
        page.wait_with(text, shown, json!([text])).await
    };
    let phase = folder.join("nl/2-leren.md");
    let text = fs::read_to_string(&phase)?;
    shows("Schrijf hier de eerste tip.").await?;
    // At once, so that no save is seen halfway.
    let save = |text: &str| {
        let saved = work.path().join("saved");
        fs::write(&saved, text).and_then(|()| fs::rename(&saved, &phase))
    };
    // The page loads itself again.
    save(&text.replace("Schrijf hier de eerste tip.", "Vraag door."))?;
    shows("Vraag door.").await?;
    save(&text.replace("lus: praktijk", "lus: praktik"))?;
    shows("did you mean “praktijk”?").await?;
    shows("Vraag door.").await?;
    save(&text)?;
    shows("Schrijf hier de eerste tip.").await?;
    let version = reqwest::get(format!("http://127.0.0.1:{port}/__version")).await?;
    ensure!(
        version.text().await? == "4",
        "something else than three saves was a change"
    );
    Ok(())
}

/// With `--exhaustive`, because the program takes minutes to build.
#[tokio::test]
async fn the_program_alone_makes_and_publishes_a_publication() -> Result<()> {
    let Some(program) = env::var_os("LEMNISCAAT") else {
        ensure!(!exhaustive(), "the program wasn't built");
        return Ok(());
    };
    // A system as it comes from the distribution, without Rust, Node.js and network.
    let system = tempfile::tempdir()?;
    // The same version as this system, because a mirror may have no other.
    let release = fs::read_to_string("/etc/os-release")?;
    let mut names = release.lines();
    let name = names.find_map(|line| line.strip_prefix("VERSION_CODENAME="));
    let made = Command::new(setup().path("mmdebstrap"))
        .args(["--quiet", "--variant=essential", name.unwrap_or("stable")])
        .arg(system.path())
        .output()?;
    ensure!(
        made.status.success(),
        "the system can't be made: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    fs::copy(program, system.path().join("lemniscaat"))?;
    let run = |arguments: &[&str]| {
        let mut command = Command::new("unshare");
        command
            .args(["--map-root-user", "--net", "chroot"])
            .arg(system.path());
        let output = command
            .arg("/lemniscaat")
            .args(arguments)
            .env_clear()
            .env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin")
            .output()?;
        let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        ensure!(output.status.success(), "{arguments:?}: {text}");
        Ok(text)
    };
    let phases = "Vragen, Leren / Beslissen, Doen";
    run(&[
        "new",
        "/model",
        "--title",
        "Ons model",
        "--lang",
        "nl",
        "--loops",
        "Praktijk, Beleid",
        "--phases",
        phases,
        "--organisation",
        "",
    ])?;
    let phase = system.path().join("model/nl/2-leren.md");
    let text = fs::read_to_string(&phase)?;
    fs::write(
        &phase,
        text.replace("Schrijf hier de eerste tip.", "Vraag door."),
    )?;
    run(&["check", "/model", "--write"])?;
    let published = run(&[
        "publish",
        "/model",
        "--out",
        "/site",
        "--base-url",
        "https://example.org/",
    ])?;
    ensure!(published.contains("10 pages"), "{published}");

    let page = blank().await?;
    let site = system.path().join("site").display().to_string();
    let site = Plan::default().files("/model", site).serve().await?;
    page.open(&site.url("/model/nl/leren/vraag-door/")).await?;
    page.wait("the tip", "heading()?.startsWith('Tip 1: Vraag door.')")
        .await
}
