//! Builds the page: Trunk does the work, then the result is made fit for a strict policy and any host.

use crate::html::{self, Tag};
use crate::project::{self, read, save};
use crate::sizes;
use crate::split;
use crate::step::{self, Done, step};
use crate::styles;
use crate::tools;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a static host shows for an unknown path, and its script: they rescue links whose `#` was
/// turned into `%23` on the way.
const NOT_FOUND: (&str, &str) = ("404.html", include_str!("../pages/404.html"));
const RESCUE: (&str, &str) = ("rescue.js", include_str!("../pages/rescue.js"));

/// How the page is built.
#[derive(Clone, Copy, PartialEq)]
pub enum Profile {
    /// Small and fast; what users get.
    Release,
    /// Built in seconds, for a look while working.
    Dev,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Profile::Release => "release",
            Profile::Dev => "dev",
        }
    }
}

/// `cargo xtask build`.
pub fn command(options: &[String]) -> Done {
    build(profile(options))
}

/// The profile that command-line options ask for.
pub fn profile(options: &[String]) -> Profile {
    let dev = options.iter().any(|option| option == "--dev");
    if dev { Profile::Dev } else { Profile::Release }
}

/// Builds into `dist/`.
pub fn build(profile: Profile) -> Done {
    let builders = tools::builders()?;
    let _ = fs::remove_file(stamp());
    let (what, usually) = match profile {
        Profile::Release => ("Building the page", "3 minutes the first time, 1 after a change"),
        Profile::Dev => ("Building the page, not optimised", "2 minutes the first time, then seconds"),
    };
    step(what, usually, || {
        fetch(profile)?;
        let mut trunk = trunk(profile);
        let mut path = vec![split::prepare(&mut trunk, &builders.bindgen, &builders.splitter)?];
        path.extend(builders.folders);
        step::run(trunk.env("PATH", path_with(path)?))?;
        finish(&project::dist(), profile)
    })?;
    if profile == Profile::Release {
        sizes::report(&project::dist())?;
    }
    save(&stamp(), profile.name())
}

/// Builds unless `dist/` holds just that already, newer than everything it is built from.
pub fn fresh(profile: Profile) -> Done {
    let built = project::changed(&stamp());
    let same = fs::read_to_string(stamp()).is_ok_and(|name| name == profile.name());
    let there = same && project::dist().join("index.html").is_file();
    if there && built.is_some() && built > project::last_change() {
        return Ok(());
    }
    build(profile)
}

/// Left by a whole build: its text tells how `dist/` was built, its time whether that is stale.
fn stamp() -> PathBuf {
    project::target().join("page-built")
}

/// Downloads crates, so that Trunk itself can stay offline.
fn fetch(profile: Profile) -> Done {
    let mut cargo = Command::new("cargo");
    cargo.args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]);
    if std::env::var_os("CI").is_some() {
        cargo.arg("--locked");
    }
    step::run(for_size(cargo.current_dir(project::root()), profile))
}

/// For the release: the standard library is compiled with the page, without the texts of panics that
/// nobody would see. A sixth of the program; see docs/adr/0008.
fn for_size(cargo: &mut Command, profile: Profile) -> &mut Command {
    if profile == Profile::Dev {
        return cargo;
    }
    let flags = [
        "--cfg",
        "erase_components",
        "-Clink-args=--emit-relocs",
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
    ];
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    cargo.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
}

fn trunk(profile: Profile) -> Command {
    let mut trunk = Command::new("trunk");
    trunk.args(["build", "--skip-version-check", "--log", "error", "--color", "never"]);
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    trunk.current_dir(project::root()).env("CARGO_TERM_QUIET", "true");
    for_size(&mut trunk, profile);
    // Some systems set this to `1`, which Trunk does not read as a yes.
    trunk.env_remove("NO_COLOR");
    trunk
}

fn path_with(folders: Vec<PathBuf>) -> Done<std::ffi::OsString> {
    let before = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().chain(std::env::split_paths(&before));
    std::env::join_paths(all).map_err(|error| error.to_string())
}

/// Everything that Trunk leaves undone.
fn finish(dist: &Path, profile: Profile) -> Done {
    let page = dist.join("index.html");
    let whole = split::finish(dist, read(&page)?, profile == Profile::Release)?;
    let text = own_scripts(dist, plain_preloads(styles::joined(dist, whole)?))?;
    save(&page, &text)?;
    for (name, content) in [NOT_FOUND, RESCUE] {
        save(&dist.join(name), content)?;
    }
    save(&dist.join("_headers"), &headers(policy(&text)?))?;
    verify_integrity(dist, &text)
}

/// Drops `integrity` from preloads of data: browsers ignore it there, and complain.
fn plain_preloads(mut page: String) -> String {
    for tag in html::tags(&page).into_iter().rev().filter(|tag| tag.attribute("as") == Some("fetch")) {
        let text = &page[tag.span.clone()];
        let kept = text.split(' ').filter(|word| !word.starts_with("integrity="));
        let kept = kept.collect::<Vec<_>>().join(" ");
        page.replace_range(tag.span, &kept);
    }
    page
}

/// Moves inline scripts to files of their own: a policy without `unsafe-inline` allows no others.
fn own_scripts(dist: &Path, mut page: String) -> Done<String> {
    let inline = |tag: &Tag| tag.name == "script" && tag.attribute("src").is_none() && runs(tag);
    // From the last to the first, so that earlier places stay where they are.
    for tag in html::tags(&page).into_iter().rev().filter(inline) {
        let Some(body) = tag.body else { continue };
        let kind = tag_type(page[tag.span.clone()].contains("module"));
        let script = own_script(dist, page[body.clone()].trim())?;
        page.replace_range(tag.span.start..body.end, &format!("<script{kind} {script}>"));
    }
    Ok(page)
}

fn runs(tag: &Tag) -> bool {
    matches!(tag.attribute("type"), None | Some("" | "module" | "text/javascript"))
}

fn tag_type(module: bool) -> &'static str {
    if module { " type=\"module\"" } else { "" }
}

/// Writes a script under a name made of its content; returns the attributes that load it.
fn own_script(dist: &Path, body: &str) -> Done<String> {
    let new = dist.join("boot.js");
    save(&new, body)?;
    let measures = sizes::measure(dist)?;
    let digest = &measures.iter().find(|file| file.name == "boot.js").ok_or("boot.js is gone")?.digest;
    let letters = digest.trim_start_matches("sha384-").chars().filter(char::is_ascii_alphanumeric);
    let name = format!("boot-{}.js", letters.take(12).collect::<String>());
    fs::rename(&new, dist.join(&name)).map_err(|error| error.to_string())?;
    Ok(format!("src=\"./{name}\" integrity=\"{digest}\""))
}

/// The page's own Content-Security-Policy: the one place where it is written down.
fn policy(page: &str) -> Done<String> {
    let tags = html::tags(page);
    let is_policy = |tag: &&Tag| {
        let name = tag.attribute("http-equiv").unwrap_or_default();
        name.eq_ignore_ascii_case("content-security-policy")
    };
    let content = tags.iter().find(is_policy).and_then(|tag| tag.attribute("content"));
    let content = content.ok_or("index.html has no Content-Security-Policy in a <meta http-equiv>")?;
    Ok(content.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The `_headers` file that several static hosts read; others ignore it.
fn headers(policy: String) -> String {
    format!(
        "/*\n  \
         Content-Security-Policy: {policy}\n  \
         X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n"
    )
}

/// Holds every `integrity` of the page against the file it speaks of.
fn verify_integrity(dist: &Path, page: &str) -> Done {
    let measures = sizes::measure(dist)?;
    for tag in html::tags(page) {
        let (Some(address), Some(promised)) = (tag.loads(), tag.attribute("integrity")) else {
            continue;
        };
        let name = address.trim_start_matches("./");
        let file = measures.iter().find(|file| file.name == name);
        if file.is_none_or(|file| file.digest != promised) {
            return Err(format!("index.html loads {address}, whose integrity is wrong"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_read_from_the_page() {
        let page =
            "<meta http-equiv=Content-Security-Policy content=\"default-src 'none';\n  img-src 'self'\">";
        assert_eq!(policy(page).as_deref(), Ok("default-src 'none'; img-src 'self'"));
        assert!(policy("<p>").is_err());
    }

    #[test]
    fn preloads_of_data_lose_their_integrity() {
        let page = "<link integrity=a rel=modulepreload><link as=fetch integrity=\"b\" type=\"c/d\">";
        assert_eq!(
            plain_preloads(page.to_owned()),
            "<link integrity=a rel=modulepreload><link as=fetch type=\"c/d\">"
        );
    }

    #[test]
    fn data_in_a_script_stays_where_it_is() {
        let tags = html::tags("<script type=application/json>{}</script><script>1</script>");
        assert!(!runs(&tags[0]) && runs(&tags[1]));
    }
}
