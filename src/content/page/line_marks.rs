//! What a line of Markdown holds beside words, as languages of a page are compared by it: notes, images, links to pages, formulas.

/// The keys of the notes to which a line refers; one that it defines is none of them.
pub fn cited(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices('[').filter_map(move |(at, _)| {
        let label = line[at + 1..].trim_start_matches([' ', '\t']).strip_prefix('^')?;
        // To the next bracket, of either kind: to the next `]` would be the whole text for each `[` of one that has none.
        let (key, behind) = label.split_at(label.find(['[', ']'])?);
        let behind = behind.strip_prefix(']')?;
        let is_defined = at == 0 && behind.starts_with(':');
        Some(key.trim()).filter(|key| !is_defined && !key.is_empty())
    })
}

/// The files or addresses of the images of a line.
pub fn images(line: &str) -> impl Iterator<Item = String> {
    // Each is looked for as far as the next one.
    let mut parts = line.split("![");
    let mut before = parts.next().unwrap_or_default();
    parts.filter_map(move |part| {
        let is_shown = !before.ends_with(['`', '\\']);
        before = part;
        let address = part.split_once("](").map_or("", |(_, behind)| behind);
        let end = address.find([' ', ')']).unwrap_or(address.len());
        (is_shown && part.contains(']')).then(|| address[..end].trim_matches(['<', '>']).to_owned())
    })
}

/// The same of the images in HTML of a whole text.
pub fn html_images(text: &str) -> impl Iterator<Item = String> {
    text.split("<img").skip(1).map(|tag| {
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        let written = tag.split_once("src=").map_or("", |(_, written)| written.trim_start_matches(['"', '\'']));
        written[..written.find(['"', '\'', ' ']).unwrap_or(written.len())].to_owned()
    })
}

/// The pages to which the wikilinks of a line lead; what stands in a span of code is none.
pub fn linked(line: &str) -> impl Iterator<Item = String> {
    // Each is looked for as far as the next one.
    let mut parts = line.split("[[");
    let mut is_code = parts.next().is_some_and(|before| before.matches('`').count() % 2 == 1);
    parts.filter_map(move |part| {
        let was_code = is_code;
        is_code ^= part.matches('`').count() % 2 == 1;
        let (target, _) = part.split_once("]]").filter(|_| !was_code)?;
        let page = target.split(['|', '#', '\\']).next().unwrap_or_default().trim().trim_matches('/');
        let name = page.rsplit('/').next().unwrap_or_default();
        (!name.is_empty()).then(|| name.to_owned())
    })
}

/// The pages to which the links of a line lead that name one by its folder or file, by the names of their folders.
pub fn linked_by_path(line: &str) -> impl Iterator<Item = String> {
    let mut parts = line.split("](");
    let mut before = parts.next().unwrap_or_default();
    let mut is_code = before.matches('`').count() % 2 == 1;
    parts.filter_map(move |part| {
        let is_image = before.rfind('[').is_some_and(|at| before[..at].ends_with('!'));
        let was_code = is_code;
        is_code ^= part.matches('`').count() % 2 == 1;
        before = part;
        let address = &part[..part.find([')', ' ', '#', '?'])?];
        let folder = match address.rsplit_once('/') {
            Some((folder, "")) => folder,
            Some((folder, file)) if is_text_of_folder(file) => folder,
            _ => address.strip_suffix(".md").filter(|file| !is_text_of_folder(&format!("{file}.md")))?,
        };
        let name = folder.rsplit('/').next().unwrap_or_default();
        let is_page = !is_image && !was_code && !address.contains(':') && !matches!(name, "" | "." | "..");
        is_page.then(|| name.to_owned())
    })
}

/// Whether a file is what a folder is shown by: `README.md`, `index.md`, and the words in a language, `pt-BR.md`.
fn is_text_of_folder(file: &str) -> bool {
    let Some(stem) = file.strip_suffix(".md") else { return false };
    let is_tag = stem.split('-').next().is_some_and(|first| matches!(first.len(), 2 | 3)) && stem.len() < 12;
    matches!(stem, "README" | "index") || is_tag && stem.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// The formulas of a line in which nothing is written in words.
pub fn formulas(line: &str) -> impl Iterator<Item = String> {
    let parts: Vec<&str> = line.split('$').collect();
    let inside = (1..parts.len().saturating_sub(1)).step_by(2).map(move |n| parts[n]);
    let is_formula = |tex: &&str| {
        !tex.starts_with(' ')
            && !tex.ends_with(' ')
            && (tex.contains(['=', '\\', '^', '_', '+', '/', '<', '>'])
                || tex.contains('-') && tex.contains(|c: char| c.is_ascii_alphabetic()))
    };
    inside.filter(is_formula).filter_map(formula).collect::<Vec<String>>().into_iter()
}

/// A formula without its blanks, if nothing in it is written in words.
pub fn formula(tex: &str) -> Option<String> {
    let is_formula = tex.is_ascii() && !tex.contains("\\text");
    Some(tex.split_whitespace().collect()).filter(|tex: &String| is_formula && !tex.is_empty())
}
