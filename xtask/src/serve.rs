//! A small server of static files on loopback: for a look at the page, for tests and measurements.

use crate::bundle::{self, Profile};
use crate::step::Done;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

const DEFAULT_PORT: u16 = 8080;

/// `cargo xtask serve`.
pub fn command(options: &[String]) -> Done {
    let port = port(options)?;
    let profile = Profile::asked(options);
    bundle::fresh(profile)?;
    let address = start(profile.dist(), "", port.unwrap_or(DEFAULT_PORT));
    let address = match (address, port) {
        (Err(_), None) => start(profile.dist(), "", 0)?,
        (address, _) => address?,
    };
    println!("The page is at {address} (Ctrl+C stops)");
    loop {
        std::thread::park();
    }
}

fn port(options: &[String]) -> Done<Option<u16>> {
    let Some(place) = options.iter().position(|option| option == "--port") else {
        return Ok(None);
    };
    let number = options.get(place + 1).and_then(|text| text.parse().ok());
    number.map(Some).ok_or_else(|| "--port needs a number from 0 to 65535".to_owned())
}

/// What is served: a folder, seen under a path such as `some/place` (or nothing, for the root).
struct Site {
    folder: PathBuf,
    /// With a slash at both ends.
    base: String,
    /// Header lines for every answer, from the site's own `_headers`.
    headers: String,
}

/// Serves a folder from threads of its own until the program ends; port 0 takes any free one.
/// Returns the address of the page.
pub fn start(folder: PathBuf, under: &str, port: u16) -> Done<String> {
    let listener = TcpListener::bind(("127.0.0.1", port));
    let listener = listener.map_err(|error| format!("port {port}: {error}"))?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let base = format!("/{under}/").replace("//", "/");
    let address = format!("http://127.0.0.1:{port}{base}");
    let headers = own_headers(&fs::read_to_string(folder.join("_headers")).unwrap_or_default());
    let site = Arc::new(Site { folder, base, headers });
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            // A visitor that leaves early is no concern of ours.
            std::thread::spawn(move || drop(serve(&site, &stream)));
        }
    });
    Ok(address)
}

/// The header lines of the rule for all paths.
fn own_headers(rules: &str) -> String {
    let lines = rules.lines().skip_while(|line| line.trim() != "/*").skip(1);
    let lines = lines.take_while(|line| line.starts_with(' '));
    lines.map(|line| format!("{}\r\n", line.trim())).collect()
}

fn serve(site: &Site, stream: &TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.take(16 * 1024));
    let mut request = String::new();
    lines.read_line(&mut request)?;
    let mut header = String::new();
    while lines.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let answer = match method {
        "GET" | "HEAD" => answer(site, target),
        _ => Answer::plain("405 Method Not Allowed", "Only GET and HEAD."),
    };
    answer.send(site, stream, method != "HEAD")
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    location: Option<String>,
    body: Vec<u8>,
}

impl Answer {
    fn plain(status: &'static str, text: &str) -> Self {
        Self { status, kind: "text/plain; charset=utf-8", location: None, body: text.into() }
    }

    fn file(status: &'static str, path: &Path) -> Option<Self> {
        let body = fs::read(path).ok()?;
        Some(Self { status, kind: kind(path), location: None, body })
    }

    fn send(&self, site: &Site, mut stream: &TcpStream, with_body: bool) -> std::io::Result<()> {
        let location = self.location.as_ref();
        let location = location.map(|to| format!("Location: {to}\r\n")).unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{location}{}\
             Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
            self.status,
            self.kind,
            self.body.len(),
            site.headers,
        );
        stream.write_all(head.as_bytes())?;
        stream.write_all(if with_body { &self.body } else { &[] })
    }
}

fn answer(site: &Site, target: &str) -> Answer {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    if format!("{path}/") == site.base {
        let location = Some(site.base.clone());
        return Answer { location, ..Answer::plain("301 Moved Permanently", "") };
    }
    let file = path.strip_prefix(&site.base).and_then(inside).map(|inside| site.folder.join(inside));
    let file = file.map(|path| if path.is_dir() { path.join("index.html") } else { path });
    let found = file.and_then(|path| Answer::file("200 OK", &path));
    let lost = || Answer::file("404 Not Found", &site.folder.join("404.html"));
    found.or_else(lost).unwrap_or_else(|| Answer::plain("404 Not Found", "Not found."))
}

/// The file path that a request means, or nothing if it tries to leave the folder.
fn inside(path: &str) -> Option<String> {
    let path = decoded(path)?;
    let leaves = |part: &str| part == ".." || part.contains(['\\', '\0', ':']);
    (!path.starts_with('/') && !path.split('/').any(leaves)).then_some(path)
}

/// A path with its `%41` turned into `A`; nothing if it is not well-formed.
fn decoded(path: &str) -> Option<String> {
    let mut parts = path.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_leave_the_folder() {
        assert_eq!(inside("a/b%20c.js").as_deref(), Some("a/b c.js"));
        for path in
            ["../x", "a/../../x", "%2e%2e/x", "/etc/passwd", "%2Fetc", "a%5C..%5Cx", "%4", "%FF", "C:x"]
        {
            assert_eq!(inside(path), None, "{path}");
        }
    }

    #[test]
    fn an_answer_has_type_headers_and_fallback() {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "page").unwrap();
        fs::write(folder.join("404.html"), "lost").unwrap();
        fs::write(folder.join("_headers"), "/*\n  X-A: 1\n/b\n  X-B: 2\n").unwrap();
        let address = start(folder.clone(), "some/place", 0).unwrap();
        let host = address.trim_start_matches("http://").split('/').next().unwrap().to_owned();
        let page = ask(&host, "GET /some/place/?q=1");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html"), "{page}");
        assert!(page.contains("\r\nX-A: 1\r\n") && !page.contains("X-B") && page.ends_with("\r\n\r\npage"));
        assert!(ask(&host, "HEAD /some/place/").ends_with("\r\n\r\n"));
        assert!(ask(&host, "GET /some/place").contains("\r\nLocation: /some/place/\r\n"));
        assert!(ask(&host, "GET /some/place/%23m1.x").ends_with("lost"));
        assert!(ask(&host, "GET /").starts_with("HTTP/1.1 404"));
        assert!(ask(&host, "POST /some/place/").starts_with("HTTP/1.1 405"));
        fs::remove_dir_all(folder).unwrap();
    }

    fn ask(host: &str, request: &str) -> String {
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}
