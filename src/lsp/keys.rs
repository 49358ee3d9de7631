//! The keys of settings, front matter, facts, sources and charts, and what each means. Which keys there are, the readers
//! decide; `tests/lsp.rs` holds this list to them.

use super::cursor::KeyFile;

/// A key: where it stands, its table (empty for the text as a whole), its name, and what it means.
pub type KeyMeaning = (KeyFile, &'static str, &'static str, &'static str);

/// Keys that are names of subjects, languages or sources are not here.
pub const KEYS: &[KeyMeaning] = {
    use KeyFile::{Bibliography, Chart, Facts, FrontMatter, Settings};
    &[
        (FrontMatter, "", "title", "The page's title, plain text; without it, the first heading says it."),
        (FrontMatter, "", "summary", "One or two sentences for cards, search, feeds and previews."),
        (FrontMatter, "", "aliases", "Other names and spellings that people search for: a list of texts."),
        (FrontMatter, "", "redirects", "Old paths that lead here, such as \"dimensions/old-name\": a list of texts."),
        (FrontMatter, "", "stance", "A table: one sentence for each subject."),
        (FrontMatter, "", "axis", "A table: what the two ends of the axis are called."),
        (FrontMatter, "axis", "start", "The end of the axis that 0 stands for."),
        (FrontMatter, "axis", "end", "The end of the axis that 100 stands for."),
        (Facts, "", "kind", "How the subjects compare: \"similarity\", \"difference\" or \"synthesis\"."),
        (Facts, "", "order", "The place among the pages of the same folder: a whole number."),
        (Facts, "", "related", "Names or paths of related pages: a list of texts."),
        (Facts, "", "date", "When the page was first published: a date such as 2026-11-01."),
        (Facts, "", "updated", "When it was changed since, if the repository's history shall not tell: a date."),
        (Facts, "", "draft", "true leaves the page out of a build; `serve` shows it."),
        (Facts, "", "axis", "A table: where each subject stands between the two ends, from 0 to 100."),
        (Settings, "", "base_url", "Where the site is published, such as \"https://example.org/\"."),
        (Settings, "", "name", "What the site is called, by language: { ar = \"…\", en = \"…\" }."),
        (Settings, "", "footer", "What the foot of every page says, by language."),
        (Settings, "", "repository", "The web page of the repository, for “edit this page”."),
        (Settings, "", "licence", "A table: the licence of the words."),
        (Settings, "", "raw_html", "What happens to HTML in articles: \"sanitize\", \"deny\" or \"allow\"."),
        (Settings, "", "external_images", "true allows images, sounds and films of other sites."),
        (Settings, "", "output", "A table: files beside pages that a site may do without."),
        (Settings, "", "security", "A table: what pages may load beside the files of the site."),
        (
            Settings,
            "",
            "theme",
            "A table: colours, fonts, a logo, links of the menu, sheets and scripts of the site's own.",
        ),
        (Settings, "", "languages", "[[languages]]: one table for each language, the first one first."),
        (Settings, "", "subjects", "[[subjects]]: one table for each of two to eight things that are compared."),
        (Settings, "", "check", "A table: how bad each kind of fault is: \"error\", \"warning\" or \"off\"."),
        (Settings, "licence", "name", "The licence's name, such as \"CC BY 4.0\"."),
        (Settings, "licence", "url", "Where its text is."),
        (Settings, "output", "parallel", "false leaves out the pages with all languages side by side."),
        (Settings, "output", "markdown", "false leaves out the Markdown beside each page."),
        (Settings, "output", "search", "false leaves out the search."),
        (
            Settings,
            "theme",
            "colours",
            "A table: colours of the page by their names, each one or { light = …, dark = … }.",
        ),
        (Settings, "theme", "fonts", "A table: families of fonts by their scripts, such as latin and arabic."),
        (Settings, "theme", "logo", "A file of static/ that stands beside the name of the site."),
        (Settings, "theme", "links", "[[theme.links]]: links of the menu beside the pages."),
        (Settings, "theme", "styles", "Sheets of static/ that pages load after the default one: a list of texts."),
        (Settings, "theme", "scripts", "Scripts of static/ that pages load: a list of texts."),
        (Settings, "theme.links", "name", "What the link is called, by language."),
        (Settings, "theme.links", "page", "The path of the page that it leads to."),
        (Settings, "theme.links", "url", "The address that it leads to, where that is no page."),
        (Settings, "languages", "tag", "The language's tag, such as \"ar\" or \"pt-BR\"; its files are called so."),
        (Settings, "languages", "name", "Its name in the language itself."),
        (Settings, "languages", "digits", "Which digits it is printed with: \"latn\", \"arab\" or \"arabext\"."),
        (
            Settings,
            "languages",
            "interface",
            "The tag of the language whose words the interface has, if it lacks this one.",
        ),
        (Settings, "subjects", "id", "Its short name in front matter and page.toml."),
        (Settings, "subjects", "name", "Its name by language: { ar = \"…\", en = \"…\" }."),
        (Settings, "subjects", "accent", "Its colour: \"#rrggbb\"."),
        (Bibliography, "*", "title", "The source's title as it names itself."),
        (Bibliography, "*", "publisher", "Who published it."),
        (Bibliography, "*", "url", "The address at which it was read."),
        (Bibliography, "*", "published", "When it appeared, as far as it says: a year, month or day."),
        (Bibliography, "*", "accessed", "When it was read: a date."),
        (Bibliography, "*", "lang", "The tag of the language that it is written in."),
        (Bibliography, "*", "kind", "\"analysis\", \"data\", \"news\", \"official\" or \"paper\"."),
        (Bibliography, "*", "note", "A remark for readers."),
        (Bibliography, "*", "review_by", "When its figures should be looked at again: a date."),
        (Chart, "", "type", "What is drawn: \"bar\", \"line\", \"dot\" or \"share\"."),
        (Chart, "", "data", "The CSV file beside the page."),
        (Chart, "", "x", "The column that says what each number is of, or a list of columns."),
        (Chart, "", "y", "The column of the numbers, or a list of columns."),
        (Chart, "", "series", "The column that says which series a row belongs to."),
        (Chart, "", "also", "Columns that only the table under the chart shows."),
        (Chart, "", "cite", "The column of keys of sources."),
        (Chart, "", "title", "What the chart shows, in a few words."),
        (Chart, "", "unit", "What its numbers count."),
        (Chart, "", "note", "A remark under the chart."),
        (Chart, "", "sources", "Keys of sources: a list of texts."),
        (Chart, "", "scale", "\"linear\" or \"log\"."),
        (Chart, "", "subject", "The subject that all of it is about, which gives the ink."),
        (Chart, "", "only", "A table: columns, each with the cells whose rows are wanted."),
        (Chart, "", "subjects", "A table: subjects, each with the cells of x that are about it."),
        (Chart, "", "labels", "A table: names of columns and words of cells, each with what it is called here."),
    ]
};

/// The keys of a table.
pub fn keys_of(notation: KeyFile, table: &str) -> impl Iterator<Item = &'static KeyMeaning> {
    KEYS.iter().filter(move |(of, name, ..)| *of == notation && (*name == table || *name == "*" && !table.is_empty()))
}
