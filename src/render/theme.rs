//! What a site looks like and speaks with, whatever its content: templates, messages and static files.

use crate::locale::Messages;
use crate::render::policy::Policy;
use crate::render::statics::Statics;
use crate::render::templates::Templates;

/// Templates, messages and static files, loaded.
pub struct Theme {
    /// The template set.
    pub templates: Templates,
    /// By language.
    pub messages: Vec<Messages>,
    /// The files of `static/`.
    pub statics: Statics,
    /// What pages may run and load.
    pub policy: Policy,
}
