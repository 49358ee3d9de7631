//! Reads a language file: front matter, article, and what follows from both together.

use super::digests::{article_digest, digests, facts};
use super::front_matter::{FrontMatter, closing_fence, read as read_front_matter};
use super::input::LanguageFileInput;
use super::linked_tables::linked_tables;
use super::misplaced_dimension;
use super::placeholder::{self, Texts};
use super::text::PageText;
use crate::config::Config;
use crate::content::article::{Image, Writer, article, typographic, unread_in_plain_text};
use crate::diagnostic::{Code, Diagnostic};
use crate::locale::slips_of_whole;
use crate::text::{Located, Span};

/// Fewer words than these may be said of several subjects alike.
const FEW_WORDS: usize = 3;

/// Says of a sentence that it stands at another subject, too: it was copied, and is still to be changed. Alike subjects may
/// stand alike.
fn copied_stance(stances: &[Located<String>], config: &Config) -> Option<Diagnostic> {
    let is_sentence = |said: &str| said.split_whitespace().count() >= FEW_WORDS;
    let ids: Vec<&str> = config.subject_ids().collect();
    stances.iter().enumerate().find_map(|(at, said)| {
        let is_same = |other: &&Located<String>| other.value == said.value && is_sentence(&said.value);
        let first = stances[..at].iter().position(|other| is_same(&other))?;
        let (copy, other) = if stances[first].span.start < said.span.start { (at, first) } else { (first, at) };
        let (id, other) = (ids.get(copy)?, ids.get(other)?);
        let message = format!("`stance.{id}` is word for word `stance.{other}`");
        let fault = Diagnostic::warning(Code::InvalidValue, message).at(stances[copy].span);
        Some(fault.help(format!("write where `{id}` stands, which is what readers compare")))
    })
}

/// Programs that show links show pictures of a few kinds.
fn other_picture(image: &Located<String>) -> Option<Diagnostic> {
    let ending = image.value.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    if !matches!(ending.as_str(), "svg" | "gif" | "avif" | "pdf" | "tif" | "tiff" | "bmp" | "heic") {
        return None;
    }
    let message = format!("`image` is a file of the kind `{ending}`, which programs that show links do not show");
    let fault = Diagnostic::warning(Code::InvalidValue, message).at(image.span);
    Some(fault.help("give a picture as PNG, JPEG or WebP, 1200 pixels wide and 630 high"))
}

/// Reads a language file: front matter and article.
pub fn read_language_file(input: &LanguageFileInput<'_>) -> (PageText, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let text = &input.source.text;
    let (front, offset) = read_front_matter(input.file, text, input.kind, input.config, &mut faults);
    let mut writer = Writer::new(input, offset);
    let end = closing_fence(text).unwrap_or(text.len());
    article(&text[offset..end.max(offset)], &mut writer);
    let (mut body, more) = writer.finish();
    faults.extend(more);
    faults.extend(linked_tables(&body.links, input));
    faults.extend(front.image.as_ref().and_then(other_picture));
    let image = front.image.as_ref().map(|image| {
        body.images.push(Image { source: image.value.clone(), span: image.span });
        body.images.len() - 1
    });
    let FrontMatter { title, summary, stances, poles, .. } = &front;
    let texts = Texts { title: title.as_ref(), summary: summary.as_ref(), stances, poles: poles.as_ref() };
    if !input.finds_alike {
        faults.extend(copied_stance(stances, input.config));
    }
    let path = &input.source.path;
    faults.extend(front.of_dimension.as_ref().map(|key| misplaced_dimension::fault(key, path)));
    faults.extend(placeholder::find(input.file, path, text, offset, &texts));
    let top = input.file.top();
    let derived = front.is_summary_in_article.then(|| front.summary.as_ref().map(|summary| summary.span)).flatten();
    let mut shown = |text: Option<Located<String>>| {
        let Located { value, span } = text.unwrap_or_else(|| Located { value: String::new(), span: top });
        let (shown, slips) = typographic(&value, input.config, input.language);
        if derived == Some(span) {
            // What is wrong with words of the article is said there.
            return shown.into_owned();
        }
        let unread = unread_in_plain_text(&value, "Markdown belongs in the article");
        faults.extend(unread.map(|(_, fault)| fault.at(span)));
        let language = &input.config.at(input.language).locale.tag;
        faults.extend(slips_of_whole(&value, slips, language, span));
        shown.into_owned()
    };
    let mut words = PageText {
        top,
        title: shown(front.title.or_else(|| Some(name_of_folder(path, top)))),
        short_title: front.short_title.map(|short| shown(Some(short))),
        summary: shown(front.summary),
        is_summary_in_article: front.is_summary_in_article,
        aliases: front.aliases,
        redirects: front.redirects,
        template: front.template,
        image,
        stances: front.stances.into_iter().map(|stance| shown(Some(stance))).collect(),
        poles: front.poles.map(|poles| poles.map(|pole| shown(Some(pole)))),
        body,
        digests: Vec::new(),
        section_facts: Vec::new(),
        article_digest: article_digest(text.get(offset..).unwrap_or_default()),
    };
    words.digests = digests(&words, text, offset);
    words.section_facts = facts(&words, text, offset, &input.config.at(input.language).locale);
    (words, faults)
}

/// What a page is called that says no title, until it does: the name of its folder.
fn name_of_folder(path: &str, top: Span) -> Located<String> {
    let mut parts = path.rsplit('/');
    let file = parts.next().unwrap_or_default();
    let folder = parts.next().filter(|folder| *folder != "content").unwrap_or(file);
    Located { value: folder.to_owned(), span: top }
}
