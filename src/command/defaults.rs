//! `muwazana defaults`: the templates, messages, sheets and scripts that the program brings, to read or to change.

use std::process::ExitCode;

use clap::ValueEnum;

use super::{Global, Outcome, print};
use crate::diagnostic::nearest;
use crate::output::create_source_files;
use crate::tree::{TreeEntry, copy_of_default, embedded_assets, embedded_templates, entry_at};

#[derive(Debug, clap::Args)]
pub struct DefaultsArguments {
    /// Which defaults [default: a list of all]
    kind: Option<DefaultKind>,
    /// Files of that kind, such as base.html or fr.ftl: what is in them is printed
    names: Vec<String>,
    /// Write them into the site, to be changed; without names, all of that kind
    #[arg(long, requires = "kind")]
    write: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DefaultKind {
    Templates,
    Messages,
    Styles,
    Scripts,
}

/// A default, by the path at which a site may have its own.
struct DefaultFile {
    path: String,
    text: &'static str,
    kind: DefaultKind,
}

pub fn run(global: &Global, arguments: &DefaultsArguments) -> Outcome {
    let all = all();
    let of_kind: Vec<_> = all.iter().filter(|file| arguments.kind.is_none_or(|kind| file.kind == kind)).collect();
    let chosen: Vec<_> = match arguments.names.as_slice() {
        [] => of_kind,
        names => names.iter().map(|name| named(&of_kind, name)).collect::<Result<_, _>>()?,
    };
    if arguments.write {
        return write(global, &chosen);
    }
    if arguments.names.is_empty() {
        let line = |file: &&DefaultFile| match is_own(global, file) {
            true => format!("{} (the site has its own)\n", file.path),
            false => format!("{}\n", file.path),
        };
        print(&chosen.iter().map(line).collect::<String>());
    } else {
        chosen.iter().for_each(|file| print(file.text));
    }
    Ok(ExitCode::SUCCESS)
}

/// Every default, in the order of the kinds.
fn all() -> Vec<DefaultFile> {
    let template = |(name, text): (String, &'static str)| DefaultFile {
        kind: if name.ends_with(".ftl") { DefaultKind::Messages } else { DefaultKind::Templates },
        path: format!("templates/{name}"),
        text,
    };
    let asset = |(name, bytes): (String, &'static [u8])| {
        let kind = match name.rsplit('.').next()? {
            "css" => DefaultKind::Styles,
            "js" => DefaultKind::Scripts,
            _ => return None,
        };
        Some(DefaultFile { path: format!("static/{name}"), text: std::str::from_utf8(bytes).ok()?, kind })
    };
    let templates = embedded_templates().into_iter().map(template);
    let mut all: Vec<_> = templates.chain(embedded_assets().into_iter().filter_map(asset)).collect();
    all.sort_by_key(|file| file.kind as u8);
    all
}

/// The one file that a person means by its path or by the end of it.
fn named<'a>(files: &[&'a DefaultFile], name: &str) -> Result<&'a DefaultFile, String> {
    let is_meant = |file: &DefaultFile| file.path == name || file.path.ends_with(&format!("/{name}"));
    files.iter().copied().find(|file| is_meant(file)).ok_or_else(|| {
        let names = files.iter().map(|file| file.path.rsplit('/').next().unwrap_or_default());
        let near = nearest(name, names).map(|near| format!("did you mean `{near}`?"));
        format!("there is no default `{name}`; {}", near.unwrap_or_else(|| "`muwazana defaults` lists them".to_owned()))
    })
}

fn is_own(global: &Global, file: &DefaultFile) -> bool {
    entry_at(&global.root, &file.path) != TreeEntry::Nothing
}

/// Writes copies; what the site has already stays as it is, and is named.
fn write(global: &Global, files: &[&DefaultFile]) -> Outcome {
    let (own, new): (Vec<_>, Vec<_>) = files.iter().copied().partition(|file| is_own(global, file));
    let copies: Vec<_> = new.iter().map(|file| (file.path.as_str(), copy_of_default(&file.path, file.text))).collect();
    let files = copies.iter().map(|(path, copy)| (*path, copy.as_bytes()));
    create_source_files(&global.root, files).map_err(|failure| failure.to_string())?;
    for file in &new {
        global.say(&format!("wrote {}", file.path));
    }
    for file in &own {
        global.say(&format!("left {} as it is: the site has its own", file.path));
    }
    if new.is_empty() {
        return Err("nothing was written".to_owned());
    }
    Ok(ExitCode::SUCCESS)
}
