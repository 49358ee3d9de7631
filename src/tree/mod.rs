//! The only reader of a site: its files, their stamps, and the history of the repository. It judges nothing but whether a
//! file can be read, and whether one that is not read has nearly the name of one that would be.

mod asset;
mod asset_fault;
mod change;
mod default_copy;
mod discover;
mod drawing;
mod embedded;
mod foreign;
mod history;
mod image;
mod near_names;
mod stamp;
mod table_file;

pub use asset::Asset;
pub use asset_fault::AssetFault;
pub use change::Change;
pub use default_copy::{CopyOrigin, copy_of_default, origin_of_copy};
pub use discover::{
    Folder, LanguageFile, SourceTree, TreeEntry, discover, discover_again, entry_at, is_hidden, read_text,
};
pub use embedded::{embedded_assets, embedded_starter, embedded_templates};
pub use foreign::{ForeignTree, foreign_files};
pub use history::{History, earlier_texts, head};
pub use near_names::meant_file;
pub use stamp::Stamp;
