//! The same pages for Hugo: the same words, code, links and facts, in the form that Hugo's own documentation teaches. What
//! Muwazana finds out by itself, such as which pages lead to which, stands in the front matter here, so that Hugo need
//! not look for it.

use super::{Facts, Front, Link, Page, Shape, article, facts, front, links, pages, tags};

/// Which documents Hugo makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Documents {
    /// Those that Muwazana makes: pages, their Markdown, both languages of a dimension side by side, and what a search
    /// looks through.
    All,
    /// Pages alone: what Hugo would be asked for if nobody had thought of the others.
    Pages,
}

/// Hands out every file of the corpus for Hugo, by its path; its templates lie in `benches/hugo`.
pub fn write(shape: Shape, documents: Documents, put: &mut dyn FnMut(&str, &str)) {
    put("hugo.toml", &settings(shape, documents));
    for (tag, name) in tags(shape) {
        for (path, layout) in [("", "home"), ("dimensions/", "dimensions"), ("terms/", "terms"), ("matrix/", "matrix")]
        {
            let front =
                format!("+++\ntitle = \"{layout} {name}\"\nsummary = \"{layout}\"\nlayout = \"{layout}\"\n+++\n");
            put(&format!("content/{path}_index.{tag}.md"), &front);
        }
    }
    for page in pages(shape) {
        for (tag, _) in tags(shape) {
            put(&format!("content/{}/index.{tag}.md", page.path()), &words_file(shape, documents, page, tag));
        }
    }
}

fn words_file(shape: Shape, documents: Documents, page: Page, tag: &str) -> String {
    let Front { title, summary, stances: [llm, chain], poles: [start, end] } = front(page, tag);
    let mut to: Vec<String> = links(shape, page).map(|(to, _)| format!("\"/{}\"", to.path())).into();
    to.sort();
    to.dedup();
    let kind = if matches!(page, Page::Dimension(_)) { "dimension" } else { "entry" };
    let mut text = format!("+++\ntitle = \"{title}\"\nsummary = \"{summary}\"\nlinks = [{}]\n", to.join(", "));
    if let Page::Dimension(n) = page {
        let Facts { kind, order, related, day, axis: [at_llm, at_chain] } = facts(shape, n);
        let related = related.map(|n| format!("\"/{}\"", Page::Dimension(n).path())).join(", ");
        text.push_str(&format!(
            "date = {day}\nweight = {}\nstand = \"{kind}\"\nrelated = [{related}]\nllm = \"{llm}\"\nchain = \"{chain}\"\n\
             start = \"{start}\"\nend = \"{end}\"\nat_llm = {at_llm}\nat_chain = {at_chain}\n",
            order + 1
        ));
    }
    text.push_str(&format!("layout = \"{kind}\"\n"));
    if documents == Documents::All && tag == tags(shape)[0].0 && kind == "dimension" {
        // One document for all languages of a dimension.
        text.push_str("outputs = [\"html\", \"markdown\", \"parallel\"]\n");
    }
    text.push_str("+++\n\n");
    text.push_str(&article(shape, page, tag, &|link: Link| {
        let anchor = link.section.map_or(String::new(), |id| format!("#{id}"));
        format!("[{}](/{}{anchor})", link.words.unwrap_or_default(), link.to.path())
    }));
    text
}

fn settings(shape: Shape, documents: Documents) -> String {
    let [of_home, of_page] = match documents {
        Documents::All => ["\"html\", \"rss\", \"search\"", "\"html\", \"markdown\""],
        Documents::Pages => ["\"html\", \"rss\"", "\"html\""],
    };
    let mut text = format!(
        "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"{}\"\ndefaultContentLanguageInSubdir = true\n\
         enableRobotsTXT = true\ndisableKinds = [\"taxonomy\"]\n\
         [outputs]\nhome = [{of_home}]\nsection = [\"html\"]\npage = [{of_page}]\n\
         [outputFormats.markdown]\nmediaType = \"text/markdown\"\nbaseName = \"index\"\nisPlainText = true\n\
         [outputFormats.search]\nmediaType = \"application/json\"\nbaseName = \"search\"\nisPlainText = true\n\
         [outputFormats.parallel]\nmediaType = \"text/html\"\nbaseName = \"parallel\"\n\
         [markup.highlight]\nnoClasses = false\n[markup.goldmark.parser.attribute]\ntitle = true\n\
         [markup.goldmark.renderer]\nunsafe = false\n",
        tags(shape)[0].0
    );
    for (n, (tag, name)) in tags(shape).iter().enumerate() {
        let dir = if *tag == "ar" { "rtl" } else { "ltr" };
        text.push_str(&format!(
            "[languages.{tag}]\nweight = {}\n[languages.{tag}.params]\nname = \"{name}\"\ndir = \"{dir}\"\n",
            n + 1
        ));
    }
    text
}
