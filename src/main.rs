//! The door: everything else is in the library, where tests can reach it.

fn main() -> std::process::ExitCode {
    muwazana::command::run()
}
