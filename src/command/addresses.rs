//! `muwazana addresses`: records the addresses that the site is published with. From then on `check` says which of them
//! leads nowhere. A build never does this by itself, since it may run where nothing can be written but the site.

use std::process::ExitCode;

use super::{Global, Outcome, counted, tally};
use crate::build::known_addresses;
use crate::diagnostic::{Code, human};
use crate::output::write_source_file;

pub fn run(global: &Global) -> Outcome {
    let (lock, now, built) = known_addresses(&global.root, &global.options());
    if built.errors().any(|fault| fault.code != Code::LostAddress) {
        super::print_error(&human(&built.sources, &built.diagnostics, global.colour()));
        global.say(&format!("nothing was recorded: {}", tally(built.faults())));
        return Ok(ExitCode::from(1));
    }
    let known = |address: &&String| lock.addresses().iter().any(|known| known.value == **address);
    let new = now.iter().filter(|address| !known(address)).count();
    if new > 0 {
        let file = global.root.join("content/addresses.lock");
        write_source_file(&file, lock.write_with(&now).as_bytes()).map_err(|failure| failure.to_string())?;
    }
    let are = if now.len() == 1 { "is" } else { "are" };
    global.say(&format!("{} {are} published, {new} of them newly recorded", counted(now.len(), "address")));
    Ok(ExitCode::SUCCESS)
}
