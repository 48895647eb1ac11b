//! `cargo xtask icons`: the icons of the three systems, made from `icons/icon.svg`.

use crate::shell::{Failure, npm, root, run};

/// Tauri's own tool, of the version of the program's Tauri.
const TOOL: &str = "@tauri-apps/cli@2.12.5";

/// The forms that `src-tauri/tauri.conf.json` names, and the one that Tauri finds by its name.
/// The tool makes those of phones and shops too.
const KEPT: &[&str] =
    &["32x32.png", "128x128.png", "128x128@2x.png", "icon.icns", "icon.ico", "icon.png"];

/// Makes them into `src-tauri/icons`.
pub fn icons() -> Result<(), Failure> {
    let made = root().join("target/icons");
    let mut tool = npm(&["exec", "--yes", "--package", TOOL, "--", "tauri", "icon"]);
    run(tool.arg(root().join("icons/icon.svg")).arg("--output").arg(&made))?;
    for name in KEPT {
        std::fs::copy(made.join(name), root().join("src-tauri/icons").join(name))
            .map_err(|error| Failure(format!("{name} was not made: {error}.")))?;
    }
    Ok(())
}
