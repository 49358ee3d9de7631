//! What the judgements of a site rest on: how sure each is, how it has changed, and which of the findings that would change it
//! have come nearer.

use serde::Serialize;

use super::course::{CourseView, course};
use crate::config::LanguageId;
use crate::content::{Grade, JudgementTest, Movement};
use crate::render::parts::{DocumentHead, EvidenceView, LinkView};
use crate::render::renderer::{Rendered, Renderer};
use crate::render::templates::Shared;
use crate::site::{Generated, PageId, SiteFile};

/// `evidence.html`
#[derive(Debug, Serialize)]
pub struct JudgementsView {
    pub site: Shared,
    pub document: DocumentHead,
    /// How many of the tests have moved; empty where there are none.
    pub moved: String,
    /// All dimensions, in their order.
    pub judgements: Vec<JudgementView>,
    /// The feed of changes; nothing where no judgement has changed.
    pub feed: Option<String>,
}

/// What the judgement of a dimension rests on.
#[derive(Debug, Serialize)]
pub struct JudgementView {
    /// The last part of the dimension's path: the id of its section.
    pub name: String,
    /// The dimension.
    pub link: LinkView,
    /// How sure it is.
    pub evidence: Option<EvidenceView>,
    /// "Evidence to July 2026"
    pub evidence_to: Option<String>,
    /// How many of its sources are of which grade; empty where none has one.
    pub grades: String,
    /// The sources that it rests on most.
    pub sources: Vec<LinkView>,
    /// Set where it is under review.
    pub under_review: Option<String>,
    /// How it has changed.
    pub course: Option<CourseView>,
    /// What would change it.
    pub tests: Vec<TestView>,
}

/// What would change a judgement.
#[derive(Debug, Serialize)]
pub struct TestView {
    /// What.
    pub claim: Shared,
    /// From when on it counts.
    pub threshold: Shared,
    /// Where it stands; nothing where nobody has measured it.
    pub value: Option<Shared>,
    /// When that was.
    pub date: Option<String>,
    /// `none`, `closer`, `farther` or `met`; nothing where nobody has measured it.
    pub movement: Option<&'static str>,
    /// The same in words.
    pub moved: String,
    /// Where that is to be read.
    pub sources: Vec<LinkView>,
}

/// What the judgements rest on, in a language.
pub fn judgements(renderer: &Renderer<'_>, language: LanguageId) -> Rendered {
    let path = Generated::Evidence.path();
    let mut document = renderer.bare_head(language, path, "evidence", &renderer.ui(language, "evidence_title"));
    document.description = renderer.ui(language, "evidence_summary");
    let dimensions = &renderer.site.dimensions;
    let view = JudgementsView {
        site: renderer.shared[language.0].clone(),
        document,
        moved: moved_of_all(renderer, language),
        judgements: dimensions.iter().map(|page| judgement(renderer, *page, language)).collect(),
        feed: renderer.site.has_history().then(|| renderer.addresses.site_file(language, SiteFile::Judgements)),
    };
    renderer.long_template("evidence.html", &view)
}

fn moved_of_all(renderer: &Renderer<'_>, language: LanguageId) -> String {
    let tests = renderer.site.dimensions.iter().flat_map(|page| &renderer.site.page(*page).input.facts.tests);
    let tests: Vec<_> = tests.collect();
    if tests.is_empty() {
        return String::new();
    }
    let number = |n: usize| renderer.config.at(language).locale.number(n);
    let moved = tests.iter().filter(|test| test.movement != Movement::None).count();
    let said = [("moved", number(moved)), ("all", number(tests.len()))];
    renderer.input.theme.messages[language.0].with("tests_moved", &said.each_ref().map(|(name, n)| (*name, n.as_str())))
}

fn judgement(renderer: &Renderer<'_>, page: PageId, language: LanguageId) -> JudgementView {
    let here = renderer.site.page(page);
    let facts = &here.input.facts;
    let main = facts.evidence.as_ref().map_or(&[][..], |evidence| &evidence.sources);
    JudgementView {
        name: here.address_name().to_owned(),
        link: renderer.link(page, language),
        evidence: renderer.evidence(page, language),
        evidence_to: renderer.evidence_to(page, language),
        grades: grades(renderer, page, language),
        sources: renderer.sources_of_keys(main, language),
        under_review: renderer.under_review(page, language),
        course: course(renderer, page, language),
        tests: facts.tests.iter().map(|test| test_view(renderer, test, language)).collect(),
    }
}

/// "Primary: 9, Account: 30 and Copy: 6"
fn grades(renderer: &Renderer<'_>, page: PageId, language: LanguageId) -> String {
    let sources = renderer.site.sources_of(page);
    let locale = &renderer.config.at(language).locale;
    let counted = Grade::ALL.iter().filter_map(|grade| {
        let of_grade = |source: &&crate::site::SourceId| renderer.site.bibliography[source.0].grade == Some(*grade);
        let count = sources.iter().filter(of_grade).count();
        let name = renderer.ui(language, &format!("grade_{}", grade.as_str()));
        (count > 0).then(|| format!("{name}: {}", locale.number(count)))
    });
    let counted: Vec<_> = counted.collect();
    if counted.is_empty() { String::new() } else { locale.list(counted.iter().map(String::as_str)) }
}

fn test_view(renderer: &Renderer<'_>, test: &JudgementTest, language: LanguageId) -> TestView {
    let words = |texts: &[String]| renderer.isolated(language, texts.get(language.0).map_or("", String::as_str));
    let is_measured = test.is_measured();
    let message = match test.movement {
        _ if !is_measured => "test_unmeasured".to_owned(),
        movement => format!("movement_{}", movement.as_str()),
    };
    TestView {
        claim: words(&test.claims),
        threshold: words(&test.thresholds),
        value: is_measured.then(|| words(&test.values)),
        date: test.date.map(|date| renderer.config.at(language).locale.date(date)),
        movement: is_measured.then(|| test.movement.as_str()),
        moved: renderer.ui(language, &message),
        sources: renderer.sources_of_keys(&test.sources, language),
    }
}
