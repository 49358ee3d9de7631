//! The site that this repository publishes.

mod support;

use muwazana::diagnostic::human;
use support::{build_well, dead_links, options, root};

#[test]
fn it_has_no_fault_at_all() {
    let built = build_well(&root(), &options(None));
    assert_eq!(built.faults(), (0, 0), "{}", human(&built.sources, &built.diagnostics, false));
}

#[test]
fn every_link_and_anchor_resolves_at_the_root_and_in_a_project_folder() {
    for base in ["/", "/some/repo/"] {
        let built = build_well(&root(), &options(Some(&format!("https://example.org{base}"))));
        let dead = dead_links(&built.outputs, "https://example.org", base);
        assert!(dead.is_empty(), "{dead:#?}");
        assert!(built.outputs.len() > 150, "only {} files", built.outputs.len());
    }
}
