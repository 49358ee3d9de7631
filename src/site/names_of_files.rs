//! Files of pages whose names are nearly those that mean something: `en.md.txt`, `Page.toml`.

use super::{Fault, PageId, PageInput, Place, Site};
use crate::config::Config;
use crate::content::Target;
use crate::diagnostic::{Code, Diagnostic, Matter};
use crate::text::{FileId, Span};
use crate::tree::meant_file;

/// The file that is most likely meant to be the words in a language.
pub fn meant_words<'a>(page: &'a PageInput, tag: &str) -> Option<&'a str> {
    let is_meant = |name: &&str| {
        let name = name.to_lowercase();
        let rest = name.strip_prefix(&tag.to_lowercase()).and_then(|rest| rest.strip_prefix('.'));
        rest.is_some_and(|rest| {
            matches!(rest, "txt" | "text" | "markdown" | "mdx" | "mkd" | "mdown" | "rtf" | "docx")
                || rest.starts_with("md")
        })
    };
    page.files.iter().map(|file| file.name.as_str()).find(is_meant)
}

/// The file that is most likely meant to be `page.toml`.
pub fn meant_facts(page: &PageInput) -> Option<&str> {
    meant_file("page.toml", &["json", "txt"], names(page))
}

fn names(page: &PageInput) -> impl Iterator<Item = &str> + Clone {
    page.files.iter().map(|file| file.name.as_str())
}

/// The beginning of a file, or of the page where nothing reads the file's text.
fn place(page: &PageInput, file: &str) -> Span {
    let text = page.files.iter().find(|asset| asset.name == file).and_then(|asset| asset.text);
    text.map_or(page.top, FileId::top)
}

/// A page of its own kind may have no page.toml, and then nothing misses the one that is called otherwise.
pub fn misnamed(site: &Site, id: PageId, diagnostics: &mut Vec<Diagnostic>) {
    let page = &site.page(id).input;
    if page.path.is_empty()
        && site.bibliography.is_empty()
        && let Some(file) = meant_file("sources.toml", &[], names(page))
    {
        let fault = Diagnostic::error(Code::UnknownName, format!("nothing reads the file `content/{file}`"));
        let fault = fault.at(place(page, file)).help("did you mean `content/sources.toml`? Rename the file");
        diagnostics.push(fault.doubting(Matter::Sources));
        return;
    }
    if page.has_facts || page.kind.is_dimension() {
        return;
    }
    if let Some(file) = meant_facts(page) {
        let fault = Diagnostic::warning(Code::UnknownName, format!("nothing reads the file `{file}` of this page"));
        diagnostics.push(fault.at(place(page, file)).help("did you mean `page.toml`? Rename the file"));
    }
}

/// Images made for one language, whose names do not say it as names of such files do: `map_ar.svg` beside `map.svg`.
pub fn of_languages(site: &Site, config: &Config, id: PageId, faults: &mut Vec<Fault>) {
    let page = &site.page(id).input;
    let is_shown = |name: &str| {
        let faces = || page.faces.iter().flatten();
        let links = |target: &Target| matches!(target, Target::Path { path, .. } if path.ends_with(name));
        faces().any(|face| face.images.iter().any(|image| image.ends_with(name)) || face.links.iter().any(links))
    };
    for file in page.files.iter().filter(|file| file.dimensions.is_some()) {
        let Some((stem, ending)) = file.name.rsplit_once('.') else { continue };
        let Some((whole, tag)) = stem.rsplit_once(['_', '-']) else { continue };
        let Some(language) = config.language(tag).filter(|language| page.faces[language.0].is_some()) else { continue };
        let general = format!("{whole}.{ending}");
        if !names(page).any(|name| name == general) || is_shown(&file.name) {
            continue;
        }
        let message = format!("nothing shows the image `{}`", file.name);
        let help = format!("did you mean `{whole}.{tag}.{ending}`, which is shown in place of `{general}` in `{tag}`?");
        let diagnostic = Diagnostic::warning(Code::UnknownName, message).help(help);
        faults.push(Fault { page: id, language, place: Place::Section(None), diagnostic });
    }
}
