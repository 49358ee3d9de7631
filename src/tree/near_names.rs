//! Files and folders whose names are nearly those that a site has, such as `Content/` or `site.yml`: nothing reads them, and
//! whoever wrote them would look in vain for what they say.

use std::path::{Component, Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Matter, is_slip, nearest};

/// The folders of a site.
const FOLDERS: [&str; 3] = ["content", "templates", "static"];

/// Endings that people take for that of settings.
const OF_SETTINGS: [&str; 4] = ["tml", "tom", "yaml", "yml"];

/// Files that mean something in one folder alone: where they are looked for, and where else they are put by mistake.
const MISPLACED: [(&str, &str); 3] =
    [("content/sources.toml", "sources.toml"), ("content/page.toml", "page.toml"), ("site.toml", "content/site.toml")];

/// Of some names in a folder, the one that is most likely meant as that of a file `NAME.toml`. `also` are endings that only
/// such a file would have beside the name.
pub fn meant_file<'a>(meant: &str, also: &[&str], names: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let own = names.filter(|name| !name.contains('/') && *name != meant);
    let is_longer = |name: &&str| name.to_lowercase().starts_with(meant);
    let has_other_ending = |name: &&str| {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        meant.strip_suffix(".toml").is_some_and(|meant| stem.eq_ignore_ascii_case(meant))
            && OF_SETTINGS.iter().chain(also).any(|known| ending.eq_ignore_ascii_case(known))
    };
    let is_toml = |name: &&str| name.to_lowercase().ends_with(".toml");
    let longer = own.clone().find(is_longer).or_else(|| own.clone().find(has_other_ending));
    longer.or_else(|| nearest(meant, own.filter(is_toml)))
}

/// What lies at the root of a site under a name that is nearly right, where nothing lies under the right one.
#[derive(Debug, Default)]
pub struct MisnamedAtRoot {
    /// Each of them.
    pub faults: Vec<Diagnostic>,
    /// Whether `site.toml` is among them.
    pub has_settings: bool,
}

/// Looks at the names at the root of a site.
pub fn misnamed_at_root(root: &Path) -> MisnamedAtRoot {
    let Ok(entries) = std::fs::read_dir(root) else { return no_folder(root) };
    let is_there = |path: &str| root.join(path).symlink_metadata().is_ok();
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => folders.push(name),
            Ok(kind) if kind.is_file() => files.push(name),
            _ => {}
        }
    }
    folders.sort();
    files.sort();
    let lacks_settings = !is_there("site.toml") && !is_there("content/site.toml");
    // Files of pages mean something elsewhere.
    let others = files.iter().map(String::as_str).filter(|name| !matches!(*name, "page.toml" | "sources.toml"));
    let meant_settings = meant_file("site.toml", &["json", "txt"], others);
    if lacks_settings
        && meant_settings.is_none()
        && let Some(above) = site_above(root)
    {
        let fault = Diagnostic::error(Code::NoSite, "there is no site.toml here, and one in the folder above");
        let help = format!("run this in that folder, or name it with --root {}", above.display());
        return MisnamedAtRoot { faults: vec![fault.help(help)], has_settings: true };
    }
    let (mut found, mut has_settings) = (Vec::new(), false);
    for meant in FOLDERS.into_iter().filter(|meant| !is_there(meant)) {
        let Some(name) = folders.iter().find(|name| is_slip(name, meant)) else { continue };
        let fault = nothing_reads(&format!("the folder `{name}/`"), meant == "content");
        found.push(fault.help(format!("did you mean `{meant}/`? Rename the folder")));
    }
    if lacks_settings {
        has_settings = meant_settings.is_some();
        found.extend(meant_settings.map(|name| {
            let fault = nothing_reads(&format!("the file `{name}`"), true);
            let is_other = !name.to_lowercase().contains(".toml");
            let notation = if is_other { ", and write TOML in it: name = \"…\"" } else { "" };
            fault.help(format!("did you mean `site.toml`? Rename the file{notation}"))
        }));
    }
    for (place, name) in MISPLACED.into_iter().filter(|(place, name)| is_there(name) && !is_there(place)) {
        let fault = nothing_reads(&format!("the file `{name}`"), place != "content/page.toml");
        has_settings |= place == "site.toml";
        let fault = fault.help(format!("move it to where it is looked for: `{place}`"));
        found.push(if place == "content/sources.toml" { fault.doubting(Matter::Sources) } else { fault });
    }
    MisnamedAtRoot { faults: found, has_settings }
}

/// A root that is no folder.
fn no_folder(root: &Path) -> MisnamedAtRoot {
    let shown = root.display();
    let (message, help) = if !root.exists() {
        (format!("there is no folder `{shown}`"), "name the folder that holds site.toml with --root".to_owned())
    } else if root.is_file() {
        let above = root.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        (
            format!("`{shown}` is a file, and no folder"),
            format!("name the folder that holds it: --root {}", above.display()),
        )
    } else {
        return MisnamedAtRoot::default();
    };
    let fault = Diagnostic::error(Code::NoSite, message).help(help);
    MisnamedAtRoot { faults: vec![fault], has_settings: true }
}

/// The folder above, if it is the root of a site.
fn site_above(root: &Path) -> Option<PathBuf> {
    let folder = root.canonicalize().ok()?;
    let above = folder.parent().filter(|above| above.join("site.toml").is_file() && above.join("content").is_dir())?;
    let named = root.parent().filter(|_| matches!(root.components().next_back(), Some(Component::Normal(_))));
    Some(match named {
        Some(named) if named.as_os_str().is_empty() => PathBuf::from("."),
        Some(named) => named.to_owned(),
        None if root == Path::new(".") => PathBuf::from(".."),
        None => above.to_owned(),
    })
}

/// Without what a site has to have, nothing of it is published.
fn nothing_reads(what: &str, is_needed: bool) -> Diagnostic {
    let message = format!("nothing reads {what}");
    if is_needed {
        Diagnostic::error(Code::UnknownName, message)
    } else {
        Diagnostic::warning(Code::UnknownName, message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_nearly_right() {
        let site = |name: &'static str| meant_file("site.toml", &["json", "txt"], [name].into_iter());
        for name in
            ["Site.toml", "site.yml", "SITE.YAML", "site.toml.txt", "sites.toml", "stie.toml", "site.tml", "site.json"]
        {
            assert!(site(name).is_some(), "{name}");
        }
        for name in ["site.toml", "sitemap.xml", "Cargo.toml", "book.toml", "a/site.yml"] {
            assert_eq!(site(name), None, "{name}");
        }
    }

    #[test]
    fn a_folder_of_a_site_is_none_itself() {
        let root = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(root.path().join("content")).expect("a folder");
        for file in ["site.toml", "content/sources.toml", "content/page.toml"] {
            std::fs::write(root.path().join(file), "").expect("written");
        }
        let found = misnamed_at_root(&root.path().join("content"));
        let [fault] = found.faults.as_slice() else { panic!("{:?}", found.faults) };
        let help = fault.help.clone().unwrap_or_default();
        assert!(fault.message.contains("in the folder above") && found.has_settings, "{fault:?}");
        assert!(help.ends_with(&format!("--root {}", root.path().display())), "{help}");
    }

    #[test]
    fn what_is_beside_a_site() {
        let root = tempfile::tempdir().expect("a folder");
        let said = || misnamed_at_root(root.path()).faults.into_iter().map(|fault| fault.message).collect::<Vec<_>>();
        for folder in ["Content", "template", "statics", "station", "docs"] {
            std::fs::create_dir(root.path().join(folder)).expect("a folder");
        }
        for file in ["site.yml", "README.md", "sources.toml"] {
            std::fs::write(root.path().join(file), "x").expect("written");
        }
        assert_eq!(
            said(),
            [
                "nothing reads the folder `Content/`",
                "nothing reads the folder `template/`",
                "nothing reads the folder `statics/`",
                "nothing reads the file `site.yml`",
                "nothing reads the file `sources.toml`",
            ]
        );
        for folder in ["content", "templates", "static"] {
            std::fs::create_dir(root.path().join(folder)).expect("a folder");
        }
        for file in ["site.toml", "content/sources.toml"] {
            std::fs::write(root.path().join(file), "x").expect("written");
        }
        assert_eq!(said(), [""; 0]);
    }
}
