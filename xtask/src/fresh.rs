//! The page as a new user builds it: in a clean clone, with no crate and no npm package downloaded before.
//!
//! What is in the caches of a machine that has built the page once hides what the commands forget to download.

use crate::bundle::Profile;
use crate::project::{self, save};
use crate::step::{self, Done, step};
use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// `cargo xtask fresh`: builds the release from what is committed, with `--plain` the plain page as well, and takes over
/// what was built.
pub fn command(options: &[String]) -> Done {
    let plain = options.iter().any(|option| option == "--plain").then_some(Profile::Plain);
    let folder = folder();
    let _ = fs::remove_dir_all(&folder);
    let clone = folder.join("clone");
    step("Cloning what is committed, beside an empty CARGO_HOME and an empty npm cache", "a second", || {
        fs::create_dir_all(folder.join("cargo")).map_err(|error| format!("{}: {error}", folder.display()))?;
        keep_settings(&folder.join("cargo"))?;
        let mut git = Command::new("git");
        step::run(git.args(["clone", "--quiet"]).arg(project::root()).arg(&clone))
    })?;
    for profile in [Some(Profile::Release), plain].into_iter().flatten() {
        build(profile, &folder, &clone)?;
        take_over(profile, &clone)?;
    }
    fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn build(profile: Profile, folder: &Path, clone: &Path) -> Done {
    let mut cargo = Command::new("cargo");
    cargo.args(["xtask", "build"]).arg(format!("--{}", profile.name())).current_dir(clone);
    let built = step::run(as_new(&mut cargo, folder));
    built.map_err(|problem| format!("{problem}; the clone is kept: {}", clone.display()))
}

/// Outside of the tree, whose settings and packages a clone within it would find; one for each checkout.
fn folder() -> PathBuf {
    let mut hasher = DefaultHasher::new();
    project::root().hash(&mut hasher);
    env::temp_dir().join(format!("obkatka-fresh-{:016x}", hasher.finish()))
}

/// Where crates come from may be a setting of the machine, kept in the same folder as the crates.
fn keep_settings(new_home: &Path) -> Done {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let Some(settings) = home.map(|home| home.join("config.toml")).filter(|path| path.is_file()) else {
        return Ok(());
    };
    fs::copy(&settings, new_home.join("config.toml"))
        .map(drop)
        .map_err(|error| format!("{}: {error}", settings.display()))
}

/// A command without what Cargo and rustup told this program, and with empty caches.
fn as_new<'a>(command: &'a mut Command, folder: &Path) -> &'a mut Command {
    let told = ["CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_TARGET_DIR", "CARGO_BUILD_", "RUSTUP_TOOLCHAIN"];
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text == "CARGO" || told.iter().any(|start| text.starts_with(start)) {
            command.env_remove(&name);
        }
    }
    command.env("CARGO_HOME", folder.join("cargo")).env("npm_config_cache", folder.join("npm"))
}

/// The clone's page is this checkout's, unless something here is not committed.
fn take_over(profile: Profile, clone: &Path) -> Done {
    let mut git = Command::new("git");
    let changes = step::output(git.args(["status", "--porcelain"]).current_dir(project::root()))?;
    let dist = profile.dist();
    let name = Path::new(dist.file_name().unwrap_or_default());
    if !changes.is_empty() {
        println!(
            "{}/ stays as it was: some files here are not committed, so not in the clone.",
            name.display()
        );
        return Ok(());
    }
    let _ = fs::remove_file(profile.stamp());
    let _ = fs::remove_dir_all(&dist);
    copy_folder(&clone.join(name), &dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    fs::create_dir_all(project::target()).map_err(|error| error.to_string())?;
    save(&profile.stamp(), profile.name())
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_machine_knows_nothing_of_this_build() {
        let folder = Path::new("/f");
        let mut command = Command::new("cargo");
        as_new(&mut command, folder);
        let says = |name: &str| command.get_envs().find(|(key, _)| *key == name).map(|(_, value)| value);
        assert_eq!(says("CARGO_HOME"), Some(Some(folder.join("cargo").as_os_str())));
        assert_eq!(says("npm_config_cache"), Some(Some(folder.join("npm").as_os_str())));
        // Cargo tells every test where its package is.
        assert_eq!(says("CARGO_MANIFEST_DIR"), Some(None));
        assert_eq!(says("PATH"), None);
    }
}
