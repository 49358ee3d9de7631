//! The text of a section without HTML, for the search: its phrases of the other direction are isolated when it is whole,
//! line by line, so that a phrase may have a link or emphasis in it as in the HTML.

use super::Writer;
use crate::content::slotted::{Insertion, Slotted};

impl Writer<'_> {
    /// Adds to the section's text without HTML. Its own heading and footnotes are no part of it.
    pub(super) fn say(&mut self, text: &str) {
        if self.speaks() {
            self.section.text.push_words(text);
        }
    }

    /// Ends a line of the section's text.
    pub(in crate::content::article) fn blank(&mut self) {
        if self.speaks() && self.image.is_none() {
            self.section.text.blank();
            let end = self.section.text.as_str().len();
            if self.line_ends.last() != Some(&end) {
                self.line_ends.push(end);
            }
        }
    }

    pub(super) fn speaks(&self) -> bool {
        !self.footnotes.is_open() && !self.heading.as_ref().is_some_and(|heading| heading.begins_section)
    }

    /// Puts phrases of the other direction between U+2068 and U+2069 in the text of a section that is finished.
    pub(super) fn isolate_lines(&mut self, text: &mut Slotted) {
        let mut insertions = Vec::new();
        let mut start = 0;
        for end in std::mem::take(&mut self.line_ends).into_iter().chain([text.as_str().len()]) {
            let line = text.as_str().get(start..end).unwrap_or_default().trim_end();
            let isolates = self.language.isolator.plain_isolates(line);
            let mut marks = Vec::with_capacity(2 * isolates.len());
            for (n, isolate) in isolates.iter().enumerate() {
                // What ends at a place comes before what begins there; the outer of two begins first and ends last.
                let n = n as isize;
                marks.push((isolate.range.start, 1, n));
                marks.push((isolate.range.end, 0, -n));
            }
            marks.sort_unstable();
            insertions.extend(marks.into_iter().map(|(at, begins, _)| Insertion {
                at: start + at,
                text: if begins == 1 { "\u{2068}" } else { "\u{2069}" }.to_owned(),
                ends: begins == 0,
            }));
            start = end;
        }
        text.insert(&insertions);
    }
}

#[cfg(test)]
mod tests {
    use crate::config::read_config;
    use crate::content::code::HighlightCache;
    use crate::content::page::{LanguageFileInput, PageKind, read_language_file};
    use crate::text::{Source, Sources};

    const SITE: &str = "base_url = \"https://example.org/\"\n[[languages]]\ntag = \"ar\"\nname = \"العربية\"\n\
                        [[languages]]\ntag = \"en\"\nname = \"English\"\n";

    /// The text of the sections of an article, a slot as `@`.
    fn said(tag: &str, markdown: &str) -> String {
        let mut sources = Sources::default();
        let site = sources.add(Source::new("site.toml", SITE));
        let file =
            sources.add(Source::new("content/x.md", format!("+++\ntitle = \"t\"\nsummary = \"s\"\n+++\n{markdown}")));
        let config = read_config(site.top(), sources.get(site), &mut Vec::new()).unwrap();
        let (language, highlights) = (config.language(tag).unwrap(), HighlightCache::default());
        let (source, files, sources, kind) = (sources.get(file), &[][..], &sources, PageKind::Home);
        let (config, finds_alike) = (&config, false);
        let input = LanguageFileInput {
            file,
            source,
            files,
            sources,
            kind,
            finds_alike,
            language,
            config,
            highlights: &highlights,
        };
        let mut out = String::new();
        for section in &read_language_file(&input).0.body.sections {
            section.text.fill(&mut out, |_, out| out.push('@'));
        }
        out.trim().replace('\u{2068}', "{").replace('\u{2069}', "}")
    }

    #[test]
    fn phrases_are_isolated_with_the_emphasis_and_code_in_them() {
        for (tag, markdown, text) in [
            ("ar", "ورقة [GPT-4](https://a.b/): *Technical* Report مهمة.", "ورقة {GPT-4: Technical Report} مهمة."),
            ("ar", "شغّل `--dry-run` قبل C++[^1].\n\n[^1]: C#", "شغّل {--dry-run} قبل {C++}."),
            ("ar", "Not **yet**, sorry!\n\n- نعم C++\n- لا", "{Not yet, sorry!} نعم {C++} لا"),
            ("ar", "كلمة ![رسم C++](https://a.b/c.svg) ثم", "كلمة رسم {C++} ثم"),
            ("ar", "## C++\n\nثم [[x]] C#.", "ثم @ {C#}."),
            ("en", "So *كتاب* 1984 مشهور is.\n\nقال **`x`**، نعم!", "So {كتاب 1984 مشهور} is. {قال x، نعم!}"),
            ("ar", "إذا كان $x_1 = 5$، نعم.", "إذا كان {x_1 = 5}، نعم."),
            ("en", "So $`a_b`$, $$\n\\frac{a}\n{b}\n$$ is.", "So a_b, \\frac{a} {b} is."),
            (
                "en",
                "```sh title=\"a b.sh\"\nls // [!code ++]\n```\n\n```sh [npm]\nx\n```\n```sh [كتاب]\ny\n```",
                "a b.sh ls npm x {كتاب} y",
            ),
            ("en", "a <b>عام</b> 2026\n<p>نعم!</p>", "a {عام} 2026 {نعم!}"),
        ] {
            assert_eq!(said(tag, markdown), text, "{markdown}");
        }
    }
}
