//! Whether what `[theme]` names is there: files of `static/`, and pages.

use super::style_sheet::{SheetSlip, first_slip};
use crate::config::{Config, MenuTarget};
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::render::SHEET;
use crate::site::Site;
use crate::text::Located;
use crate::tree::{Asset, SourceTree};

/// What `[theme]` names and the site has not.
pub fn appearance(tree: &SourceTree, config: &Config, site: &Site) -> Vec<Diagnostic> {
    let appearance = &config.appearance;
    let files =
        appearance.logo.iter().map(|file| (file, "logo", ["svg", "png", "jpg", "webp", "avif", "gif"].as_slice()));
    let files = files.chain(appearance.styles.iter().map(|file| (file, "styles", ["css"].as_slice())));
    let files = files.chain(appearance.scripts.iter().map(|file| (file, "scripts", ["js", "mjs"].as_slice())));
    let pages = appearance.links.iter().filter_map(|link| match &link.to {
        MenuTarget::Page(page) => missing_page(site, page),
        MenuTarget::Web(_) => None,
    });
    let named = files.filter_map(|(file, key, endings)| file_fault(tree, file, key, endings));
    named.chain(pages).chain(own_default(tree)).collect()
}

/// What is wrong with the site's own style sheet in the place of the default one.
fn own_default(tree: &SourceTree) -> Option<Diagnostic> {
    let sheet = tree.assets.iter().find(|asset| asset.name == SHEET && !asset.default)?;
    slip(tree, sheet)
}

/// The first slip in a style sheet, where it stands.
fn slip(tree: &SourceTree, sheet: &Asset) -> Option<Diagnostic> {
    let file = sheet.text?;
    let text = tree.sources.get(file).text.as_str();
    let SheetSlip { line, message, help } = first_slip(&sheet.name, text, &|path| is_there(tree, path))?;
    let (start, line) = text
        .split_inclusive('\n')
        .scan(0, |end, line| {
            *end += line.len();
            Some((*end - line.len(), line.trim_end()))
        })
        .nth(line)?;
    let start = start + line.len() - line.trim_start().len();
    let place = file.span(start..start + line.trim_start().len());
    Some(Diagnostic::warning(Code::InvalidValue, message).at(place).help(help))
}

fn file_fault(tree: &SourceTree, file: &Located<String>, key: &str, endings: &[&str]) -> Option<Diagnostic> {
    let name = file.value.as_str();
    let names = || tree.assets.iter().map(|asset| asset.name.as_str());
    if !names().any(|known| known == name) {
        let fault = Diagnostic::error(Code::BrokenLink, format!("there is no file `static/{name}`")).at(file.span);
        let without_folder = name.trim_start_matches('/').trim_start_matches("static/");
        let near = names().find(|known| *known == without_folder).map(|known| format!("write `{known}`"));
        return Some(match near {
            Some(help) => fault.help(help),
            None => fault.nearest(name, names(), "name a file by its path below static/, such as \"assets/site.css\""),
        });
    }
    let sheet = tree.assets.iter().find(|asset| asset.name == name);
    if let Some(fault) = sheet.and_then(|sheet| slip(tree, sheet)) {
        return Some(fault);
    }
    let is_right = name.rsplit_once('.').is_some_and(|(_, ending)| endings.contains(&ending));
    let message = format!("`{name}` is no file for `{key}`");
    let help = || format!("its name has to end with one of: {}", endings.join(", "));
    (!is_right).then(|| Diagnostic::error(Code::InvalidValue, message).at(file.span).help(help()))
}

/// Whether a file of `static/` is at a path of the site, with the base path or without it.
fn is_there(tree: &SourceTree, path: &str) -> bool {
    tree.assets.iter().any(|asset| path == asset.name || path.ends_with(&format!("/{}", asset.name)))
}

fn missing_page(site: &Site, page: &Located<String>) -> Option<Diagnostic> {
    if site.find(&page.value).is_some() {
        return None;
    }
    let fault = Diagnostic::error(Code::BrokenLink, format!("there is no page `{}`", page.value)).at(page.span);
    let fault = fault.resting_on(Matter::Page(page.value.clone()));
    let paths = site.pages.iter().map(|page| page.input.path.as_str());
    Some(fault.nearest(&page.value, paths, "write the path of a folder below content/, such as \"method\""))
}
