//! Measurements and pictures of the release build, both taken in Chromium.

use crate::bundle::Profile;
use crate::step::{self, Done};
use crate::visit;

/// `cargo xtask bench [--dev] [filter]`: prints a table, asserts nothing.
pub fn command(filter: &[String]) -> Done {
    let profile = Profile::asked(filter);
    let filter: Vec<String> = filter.iter().filter(|option| !option.starts_with("--")).cloned().collect();
    step::run(&mut visit::script("bench.mjs", profile, &filter)?)
}

/// `cargo xtask stress [--dev] tabs|kills [runs]`: fails where anything that was typed is lost.
pub fn stress(options: &[String]) -> Done {
    step::run(&mut visit::script("stress.mjs", Profile::asked(options), options)?)
}

/// `cargo xtask picture [filter]`: writes `docs/pictures/*.png`.
pub fn picture(filter: &[String]) -> Done {
    step::run(&mut visit::script("picture.mjs", Profile::Release, filter)?)
}

/// `cargo xtask screens [--dev] [folder]`: a table of lengths, or pictures.
pub fn screens(options: &[String]) -> Done {
    step::run(&mut visit::script("screens.mjs", Profile::asked(options), options)?)
}
