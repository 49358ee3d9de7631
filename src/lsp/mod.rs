//! The language server: what an editor asks of a site while somebody writes for it, answered from the same workspace as
//! `serve`. Texts that are not saved stand in the place of the files. It writes nothing: what is to be changed it tells
//! the editor.

mod addresses;
mod completion;
mod cursor;
mod definition;
mod direction;
mod faults;
mod hover;
mod outline;
mod place;
mod session;
mod spot;

pub use session::{Event, Session, capabilities};
