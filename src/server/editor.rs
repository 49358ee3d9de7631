//! The author's editor, and how it is led to a place: by a command, or by an address that the browser hands on.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::faults::ShownPlace;

/// What stands for the parts of a place.
const FILE: &str = "{file}";
const LINE: &str = "{line}";
const COLUMN: &str = "{column}";

/// Editors that take a place, by their commands.
const KNOWN: [(&str, &str); 20] = [
    ("code", "code --goto {file}:{line}:{column}"),
    ("code-insiders", "code-insiders --goto {file}:{line}:{column}"),
    ("codium", "codium --goto {file}:{line}:{column}"),
    ("cursor", "cursor --goto {file}:{line}:{column}"),
    ("windsurf", "windsurf --goto {file}:{line}:{column}"),
    ("zed", "zed {file}:{line}:{column}"),
    ("zeditor", "zeditor {file}:{line}:{column}"),
    ("subl", "subl {file}:{line}:{column}"),
    ("pulsar", "pulsar {file}:{line}:{column}"),
    ("kate", "kate --line {line} --column {column} {file}"),
    ("gedit", "gedit +{line}:{column} {file}"),
    ("gnome-text-editor", "gnome-text-editor +{line}:{column} {file}"),
    ("emacsclient", "emacsclient --no-wait +{line}:{column} {file}"),
    ("gvim", "gvim --remote-silent +{line} {file}"),
    ("mvim", "mvim --remote-silent +{line} {file}"),
    ("idea", "idea --line {line} --column {column} {file}"),
    ("webstorm", "webstorm --line {line} --column {column} {file}"),
    ("rustrover", "rustrover --line {line} --column {column} {file}"),
    ("mate", "mate --line {line}:{column} {file}"),
    ("notepad++", "notepad++ -n{line} -c{column} {file}"),
];

/// What a path keeps in an address.
const IN_PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');

/// How long a command may take to fail.
const FAILS_WITHIN: Duration = Duration::from_millis(400);

/// How an editor is led to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Editor {
    /// A program and its arguments.
    Command(Vec<String>),
    /// An address such as `vscode://file/{file}:{line}:{column}`.
    Address(String),
}

impl Editor {
    /// Reads the name of a known editor, a command with `{file}`, `{line}` and `{column}`, or an address with them. Says
    /// why it is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let pattern = KNOWN.iter().find(|(name, _)| *name == text).map_or(text, |(_, pattern)| pattern);
        if !pattern.contains(FILE) {
            let names: Vec<_> = KNOWN.iter().map(|(name, _)| *name).collect();
            return Err(format!(
                "it is none of the known editors ({}), and no pattern with `{FILE}` such as `myedit {FILE}:{LINE}`",
                names.join(", ")
            ));
        }
        let is_address =
            |scheme: &str| scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
        if pattern.split_once("://").is_some_and(|(scheme, _)| is_address(scheme)) {
            return match pattern.contains(char::is_whitespace) || pattern.starts_with("javascript") {
                true => Err("an address has no spaces".to_owned()),
                false => Ok(Self::Address(pattern.to_owned())),
            };
        }
        let words = shlex::split(pattern).ok_or("a quotation mark is not closed")?;
        match words.first() {
            Some(program) if !program.contains(FILE) => Ok(Self::Command(words)),
            _ => Err(format!("no program stands before `{FILE}`")),
        }
    }

    /// The address that leads to a place below a root; nothing if a command does.
    fn address(&self, root: &Path, place: &ShownPlace) -> Option<String> {
        let Self::Address(pattern) = self else { return None };
        let file = file(root, place)?;
        // On Windows a path has other separators, and no slash at its beginning.
        let file = file.to_str()?.replace('\\', "/");
        let file = utf8_percent_encode(&file, IN_PATH).to_string();
        Some(filled(pattern, &file, place).replace("file//", "file/"))
    }

    /// Leads a command to a place below a root. Says why it cannot.
    fn open(&self, root: &Path, place: &ShownPlace) -> Result<(), String> {
        let Self::Command(words) = self else { return Err("the editor is opened by an address".to_owned()) };
        let file = file(root, place).ok_or_else(|| format!("{} is no file", place.file))?;
        let file = file.to_str().ok_or("the path is not in UTF-8")?;
        let mut words = words.iter().map(|word| filled(word, file, place));
        let program = words.next().unwrap_or_default();
        // No shell: whatever a file is called, it stays one argument.
        let mut child = Command::new(&program)
            .args(words)
            .current_dir(root)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{program}: {error}"))?;
        let begun = Instant::now();
        while begun.elapsed() < FAILS_WITHIN {
            match child.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(Some(status)) => return Err(format!("{program}: {status}")),
                Ok(None) => std::thread::sleep(FAILS_WITHIN / 40),
                Err(error) => return Err(format!("{program}: {error}")),
            }
        }
        // Some editors run until they are closed: somebody has to take note of their end.
        std::thread::spawn(move || drop(child.wait()));
        Ok(())
    }
}

/// Where an author works: the site's files, and the editor for them.
#[derive(Debug)]
pub(super) struct Desk {
    root: PathBuf,
    editor: Editor,
}

impl Desk {
    /// With the files below a root. Fails if the root cannot be found.
    pub(super) fn new(root: &Path, editor: Editor) -> std::io::Result<Self> {
        Ok(Self { root: root.canonicalize()?, editor })
    }

    /// Whether a command opens places, and no address.
    pub(super) fn runs_command(&self) -> bool {
        matches!(self.editor, Editor::Command(_))
    }

    /// See [`Editor::address`].
    pub(super) fn address(&self, place: &ShownPlace) -> Option<String> {
        self.editor.address(&self.root, place)
    }

    /// See [`Editor::open`].
    pub(super) fn open(&self, place: &ShownPlace) -> Result<(), String> {
        self.editor.open(&self.root, place)
    }
}

/// The file of a place; nothing if it is none that lies below the root, as a default template.
fn file(root: &Path, place: &ShownPlace) -> Option<PathBuf> {
    Some(root.join(&place.file)).filter(|file| file.is_file())
}

/// A pattern with a place in it. A name of a file that reads like a part of a place stays as it is.
fn filled(pattern: &str, file: &str, place: &ShownPlace) -> String {
    let with_numbers =
        |part: &str| part.replace(LINE, &place.line.to_string()).replace(COLUMN, &place.column.to_string());
    pattern.split(FILE).map(with_numbers).collect::<Vec<_>>().join(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic};
    use crate::server::faults::ShownFault;
    use crate::text::{Source, Sources};

    fn place(file: &str) -> ShownPlace {
        let mut sources = Sources::default();
        let source = sources.add(Source::new(file, "one\ntwo\n"));
        let fault = Diagnostic::error(Code::BrokenLink, "wrong").at(source.span(5..6));
        ShownFault::all(&sources, &[fault]).remove(0).place.expect("a place")
    }

    fn site(file: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join(file), "x").expect("written");
        folder
    }

    #[test]
    fn editors_are_known_by_name_or_described() {
        let words = |words: &[&str]| Ok(Editor::Command(words.iter().map(|word| (*word).to_owned()).collect()));
        assert_eq!(Editor::parse("code"), words(&["code", "--goto", "{file}:{line}:{column}"]));
        assert_eq!(Editor::parse(" zed "), words(&["zed", "{file}:{line}:{column}"]));
        assert_eq!(Editor::parse("'my edit' +{line} {file}"), words(&["my edit", "+{line}", "{file}"]));
        let address = "vscode://file/{file}:{line}:{column}";
        assert_eq!(Editor::parse(address), Ok(Editor::Address(address.to_owned())));
        for (wrong, why) in [
            ("", "known editors"),
            ("vim", "known editors"),
            ("myedit {line}", "`{file}`"),
            ("'myedit {file}", "quotation"),
            ("{file}", "no program"),
            ("x://a b/{file}", "spaces"),
        ] {
            assert!(Editor::parse(wrong).is_err_and(|said| said.contains(why)), "{wrong}");
        }
    }

    #[test]
    fn every_known_editor_is_a_command() {
        for (name, _) in KNOWN {
            let Ok(Editor::Command(words)) = Editor::parse(name) else { panic!("{name}") };
            assert!(words[0] == name && words.iter().any(|word| word.contains(FILE)), "{name}");
        }
    }

    #[test]
    fn an_address_names_the_place_and_holds_no_sign_of_its_own() {
        let name = "خط a#b?.md";
        let folder = site(name);
        let editor = Editor::parse("vscode://file/{file}:{line}:{column}").expect("an editor");
        let address = editor.address(folder.path(), &place(name)).expect("an address");
        let root = folder.path().to_str().expect("UTF-8");
        assert_eq!(address, format!("vscode://file{root}/%D8%AE%D8%B7%20a%23b%3F.md:2:2"));
        assert_eq!(editor.address(folder.path(), &place("(default) templates/home.html")), None);
    }

    #[test]
    fn a_command_gets_the_place_and_what_it_says_of_itself_is_told() {
        let name = "a {line} b.md";
        let folder = site(name);
        let told = folder.path().join("told");
        let script = format!("printf '%s|' \"$0\" \"$@\" > {}", told.display());
        let editor = Editor::Command(["sh", "-c", &script, "+{line}", "{file}", "{column}"].map(str::to_owned).into());
        editor.open(folder.path(), &place(name)).expect("opened");
        let file = folder.path().join(name);
        assert_eq!(std::fs::read_to_string(told).expect("told"), format!("+2|{}|2|", file.display()));
        let fails = |words: &[&str], file: &str| {
            Editor::Command(words.iter().map(|word| (*word).to_owned()).collect())
                .open(folder.path(), &place(file))
                .expect_err("it fails")
        };
        assert!(fails(&["no-such-editor", "{file}"], name).contains("no-such-editor"));
        assert!(fails(&["false", "{file}"], name).contains("exit status"));
        assert!(fails(&["true", "{file}"], "gone.md").contains("no file"));
    }
}
