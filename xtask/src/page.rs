//! Makes what Trunk writes fit for a strict policy and for any static host: scripts and styles that stand in the page named
//! in its policy by what they are, headers, every `integrity` true.

use crate::assets::{Ending, small};
use crate::html::{self, Tag};
use crate::project::{self, read, save};
use crate::sizes;
use crate::split;
use crate::step::Done;
use crate::styles;
use std::path::Path;

/// What a static host shows for an unknown path, and its script: they rescue links whose `#` was
/// turned into `%23` on the way.
const NOT_FOUND: (&str, &str) = ("404.html", include_str!("../pages/404.html"));
const RESCUE: (&str, &str) = ("rescue.js", include_str!("../pages/rescue.js"));

/// Whether the program is in parts.
#[derive(Clone, Copy, PartialEq)]
pub enum Parts {
    /// The program is in one.
    One,
    /// What the first answer does not need is loaded later.
    Apart,
}

/// Everything that Trunk leaves undone; made as small as it gets for users.
pub fn finish(dist: &Path, parts: Parts, is_small: bool) -> Done {
    let path = dist.join("index.html");
    let mut page = read(&path)?;
    if parts == Parts::Apart {
        page = split::finish(dist, &page, is_small)?;
    }
    page = styles::joined(dist, &page, is_small)?;
    page = small_scripts(dist, &plain_preloads(&page)?, is_small)?;
    page = at_home(&page, homepage(&read(&project::root().join("Cargo.toml"))?))?;
    page = trusted(dist, &page)?;
    save(&path, &page)?;
    for (name, content) in [NOT_FOUND, RESCUE] {
        save(&dist.join(name), content)?;
    }
    save(&dist.join("_headers"), &headers(policy(&page)?))?;
    verify_integrity(dist, &page)
}

/// The address at which the page will lie, where its owner has written it into `Cargo.toml` as `homepage`.
fn homepage(manifest: &str) -> Option<&str> {
    manifest.lines().find_map(|line| line.strip_prefix("homepage = \"")?.strip_suffix('"'))
}

/// Gives the picture that goes with the page's address an address of its own: whoever shows it does not look where the
/// page lies.
fn at_home(page: &str, homepage: Option<&str>) -> Done<String> {
    html::changed(page, |tag| {
        let picture = tag.attribute("content").filter(|_| tag.attribute("property") == Some("og:image"));
        let place = homepage.map(|home| home.trim_end_matches('/')).zip(picture);
        Ok(place.map(|(home, picture)| tag.clone().with("content", &format!("{home}/{picture}")).written()))
    })
}

/// Drops `integrity` from preloads of data: browsers ignore it there, and complain.
fn plain_preloads(page: &str) -> Done<String> {
    html::changed(page, |tag| {
        let is_data = tag.attribute("as") == Some("fetch");
        Ok(is_data.then(|| tag.clone().without("integrity").written()))
    })
}

/// Makes small the scripts that stand in the page. They stay there: a file would be one more way to the host before the first
/// field is seen.
fn small_scripts(dist: &Path, page: &str, is_small: bool) -> Done<String> {
    html::changed(page, |tag| {
        let body = tag.body(page).filter(|_| is_small && is_inline_script(tag));
        body.map(|body| Ok(with_body(tag, &small(dist, Ending::Script, body.trim())?))).transpose()
    })
}

fn with_body(tag: &Tag, body: &str) -> String {
    format!("{}{}", tag.written(), body.trim())
}

/// Data in a script stay where they are.
fn is_inline_script(tag: &Tag) -> bool {
    let runs = matches!(tag.attribute("type"), None | Some("" | "module" | "text/javascript"));
    tag.name == "script" && tag.attribute("src").is_none() && runs
}

/// The page with the digests of the scripts and style sheets that stand in it in its policy: no others run or style it.
fn trusted(dist: &Path, page: &str) -> Done<String> {
    let mut policy = policy(page)?;
    for tag in html::tags(page) {
        let directive = match tag.name.as_str() {
            "style" => "style-src 'self'",
            _ if is_inline_script(&tag) => "script-src 'self'",
            _ => continue,
        };
        let body = tag.body(page).unwrap_or_default();
        let digest = sizes::digest_of(dist, body)?;
        policy = policy.replacen(directive, &format!("{directive} '{digest}'"), 1);
    }
    html::changed(page, |tag| Ok(is_policy(tag).then(|| tag.clone().with("content", &policy).written())))
}

/// The page's own Content-Security-Policy: the one place where it is written down.
fn policy(page: &str) -> Done<String> {
    let tag = html::tags(page).into_iter().find(is_policy);
    let tag = tag.ok_or("index.html has no Content-Security-Policy in a <meta http-equiv>")?;
    let content = tag.attribute("content").unwrap_or_default();
    Ok(content.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn is_policy(tag: &Tag) -> bool {
    let name = tag.attribute("http-equiv").unwrap_or_default();
    name.eq_ignore_ascii_case("content-security-policy")
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

/// Holds every `integrity` of the page against the file it speaks of; every script and style sheet has one.
fn verify_integrity(dist: &Path, page: &str) -> Done {
    for tag in html::tags(page) {
        let Some(address) = tag.loads() else { continue };
        let Some(promised) = tag.attribute("integrity") else {
            if is_run(&tag) {
                return Err(format!("index.html loads {address} without integrity"));
            }
            continue;
        };
        if sizes::digest(&dist.join(address.trim_start_matches("./"))).as_deref() != Ok(promised) {
            return Err(format!("index.html loads {address}, whose integrity is wrong"));
        }
    }
    Ok(())
}

/// Whether what a tag loads is run, or styles the page: the program itself is data that a script of known content asks for.
fn is_run(tag: &Tag) -> bool {
    tag.name == "script" || matches!(tag.attribute("rel"), Some("stylesheet" | "modulepreload"))
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
    fn a_picture_lies_where_the_page_does() {
        let page = "<meta property=\"og:image\" content=\"a.png\"><meta content=b>";
        let home = homepage("name = \"x\"\nhomepage = \"https://x.example/app/\"\n");
        let there = "<meta property=\"og:image\" content=\"https://x.example/app/a.png\"><meta content=b>";
        assert_eq!(at_home(page, home).as_deref(), Ok(there));
        assert_eq!(at_home(page, homepage("name = \"x\"")).as_deref(), Ok(page));
    }

    #[test]
    fn preloads_of_data_lose_their_integrity() {
        let page = "<link integrity=a rel=modulepreload><link as=fetch integrity=\"b\" type=\"c/d\">";
        assert_eq!(
            plain_preloads(page).as_deref(),
            Ok("<link integrity=a rel=modulepreload><link as=\"fetch\" type=\"c/d\">")
        );
    }

    #[test]
    fn data_in_a_script_stays_where_it_is() {
        let tags = html::tags(
            "<script type=application/json>{}</script><script>1</script><script src=a></script><style></style>",
        );
        assert_eq!(tags.iter().map(is_inline_script).collect::<Vec<_>>(), [false, true, false, false]);
    }
}
