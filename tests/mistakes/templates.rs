//! Slips in templates and messages of the site's own.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::Write;
use super::rows::{Answer, Row, row};

const BASE: &str = "templates/base.html";
const PAGE: &str = "templates/page.html";
const WORDS: &str = "templates/i18n/en.ftl";
const WORDS_AR: &str = "templates/i18n/ar.ftl";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = messages();
    rows.extend(templates());
    rows
}

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// A template of the site's own that shows a message, and the files of messages.
fn message(name: &'static str, asked: &str, [en, ar]: [&'static str; 2], answer: Answer) -> Row {
    let text = format!(
        "{{% extends \"default/base.html\" %}}\n{{% block after_article %}}{{{{ site.ui.{asked} }}}}{{% endblock %}}\n"
    );
    row(name, [Write(BASE, leaked(text)), Write(WORDS, en), Write(WORDS_AR, ar)], answer)
}

fn messages() -> Vec<Row> {
    let (en, ar) = ("contact = Write to us.\n", "contact = اكتب إلينا.\n");
    let said = |file, at, words| One(file, at, words);
    vec![
        message("a message of the site's own", "contact", [en, ar], Clean),
        message("a message misspelt in a template", "contcat", [en, ar], said(BASE, "contcat", &["`contact`?"])),
        message(
            "a message of another name in a template",
            "write_us",
            [en, ar],
            said(BASE, "write_us", &["`contact`?"]),
        ),
        message(
            "a message misspelt in one language",
            "contact",
            ["contcat = Write to us.\n", ar],
            said(WORDS, "contcat", &["nothing asks", "did you mean `contact`?"]),
        ),
        message(
            "a message whose name is translated",
            "contact",
            [en, "اتصال = اكتب إلينا.\n"],
            said(WORDS_AR, "اتصال", &["names of messages are not translated", "did you mean `contact`?"]),
        ),
        message(
            "a name of a message with a blank",
            "contact",
            ["tagline us = Write to us.\n", "contact = اكتب إلينا.\n"],
            said(WORDS, "tagline us", &["cannot be the name", "did you mean `contact`?"]),
        ),
        message(
            "names of messages that are translated",
            "contact",
            ["menu = Menu\ncontact = Write to us.\n", "قائمة = القائمة\nاتصال = اكتب إلينا.\n"],
            said(WORDS_AR, "قائمة", &["names of messages are not translated", "`contact` or `menu`"]),
        ),
    ]
}

fn templates() -> Vec<Row> {
    let own = |name, path, text, at, words| row(name, [Write(path, text)], One(path, at, words));
    let page = |name, inner: &str, at, words| {
        let text =
            leaked(format!("{{% extends \"default/page.html\" %}}\n{{% block main %}}{inner}{{% endblock %}}\n"));
        own(name, PAGE, text, at, words)
    };
    vec![
        own(
            "a base that extends itself",
            BASE,
            "{% extends \"base.html\" %}\n",
            "base",
            &["extends itself", "{% extends \"default/base.html\" %}"],
        ),
        own(
            "a page that extends itself",
            PAGE,
            "{% extends 'page.html' %}\n",
            "page",
            &["extends itself", "{% extends \"default/page.html\" %}"],
        ),
        row(
            "two templates that extend each other",
            [Write(BASE, "{% extends \"page.html\" %}\n"), Write(PAGE, "{% extends \"base.html\" %}\n")],
            One(BASE, "page", &["`base.html` extends `page.html`", "{% extends \"default/base.html\" %}"]),
        ),
        own(
            "a base whose parent has gone",
            BASE,
            "{% block after_article %}x{% endblock %}\n",
            "after_article",
            &["extends nothing", "{% extends \"default/base.html\" %}"],
        ),
        own(
            "a page whose parent has gone",
            PAGE,
            "{# our own #}\n{% block main %}x{% endblock %}\n",
            "our own",
            &["extends nothing", "{% extends \"default/page.html\" %}"],
        ),
        own("a parent that is misspelt", BASE, "{% extends \"defualt/base.html\" %}\n", "base", &["default/base.html"]),
        own(
            "a block that is misspelt",
            BASE,
            "{% extends \"default/base.html\" %}\n{% block after_artcle %}x{% endblock %}\n",
            "after_artcle",
            &["did you mean `after_article`?"],
        ),
        own(
            "a block that is none",
            BASE,
            "{% extends \"default/base.html\" %}\n{% block sidebar_left %}x{% endblock %}\n",
            "sidebar_left",
            &["the blocks", "`after_article`"],
        ),
        page("braces that are not closed", "<p>{{ site.name</p>", "{{", &["`}}` is missing", "{{ site.name }}"]),
        page("braces that are closed by one", "<p>{{ site.name }</p>", "{{", &["closed by `}`", "{{ site.name }}"]),
        page("braces that are closed as a tag", "<p>{{ site.name %}</p>", "{{", &["closed by `%}`", "{{ site.name }}"]),
        own(
            "a field that is none, in the template of all pages",
            BASE,
            "{% extends \"default/base.html\" %}\n{% block after_article %}{{ page.titel }}{% endblock %}\n",
            "page.titel",
            &["`page` is not defined"],
        ),
        own(
            "a template that is not there",
            BASE,
            "{% extends \"default/base.html\" %}\n{% block after_article %}{% include \"contact-form.html\" %}{% endblock %}\n",
            "contact-form.html",
            &["`templates/contact-form.html`"],
        ),
        own(
            "an element that is not closed",
            BASE,
            "{% extends \"default/base.html\" %}\n{% block after_article %}<div><p>x</p>{% endblock %}\n",
            "<div>",
            &["`<div>` is not closed", "`</div>`"],
        ),
        own("a remark of another language in messages", WORDS, "// shown below\nmenu = Menu\n", "//", &["`#`"]),
        page("three braces", "<p>{{{ site.name }}}</p>", "{{{", &["three braces"]),
        page("a tag that is closed by one brace", "{% if page }x{% endif %}", "if page", &["{% if page %}"]),
    ]
}
