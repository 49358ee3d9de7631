//! An editor that speaks with the language server, which is a process of its own.

#![allow(dead_code, reason = "each test uses its own part")]

use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use lsp_server::{Message, Notification, Request, RequestId};
use serde_json::{Value, json};

/// When a test gives up.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// An editor.
pub struct Editor {
    pub root: PathBuf,
    pub child: Child,
    input: ChildStdin,
    messages: Receiver<Message>,
    asked: i32,
    version: i32,
    /// What it was told is wrong, by path.
    pub faults: BTreeMap<String, Vec<Value>>,
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

impl Editor {
    pub fn open(root: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_muwazana"))
            .args(["lsp", "--root"])
            .arg(root)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it runs");
        let (input, output) = (child.stdin.take().expect("an input"), child.stdout.take().expect("an output"));
        let (send, messages) = channel();
        std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Ok(Some(message)) = Message::read(&mut output) {
                if send.send(message).is_err() {
                    break;
                }
            }
        });
        let (root, faults) = (root.canonicalize().expect("a root"), BTreeMap::new());
        let mut editor = Self { root, child, input, messages, asked: 0, version: 0, faults };
        let edit = json!({ "documentChanges": true, "resourceOperations": ["rename"] });
        let capabilities = json!({ "workspace": { "workspaceEdit": edit } });
        let said =
            editor.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        assert_eq!(said.expect("an answer")["capabilities"]["positionEncoding"], "utf-16");
        editor.tell("initialized", json!({}));
        editor
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        let message: Message = Notification::new(method.to_owned(), params).into();
        message.write(&mut self.input).expect("it listens");
    }

    /// The answer to a request, or the sentence in which it is refused.
    pub fn ask(&mut self, method: &str, params: Value) -> Result<Value, String> {
        self.asked += 1;
        let id = RequestId::from(self.asked);
        let message: Message = Request::new(id.clone(), method.to_owned(), params).into();
        message.write(&mut self.input).expect("it listens");
        let end = Instant::now() + DEADLINE;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.messages.recv_timeout(left).unwrap_or_else(|_| panic!("no answer to {method} in time")) {
                Message::Response(response) if response.id == id => {
                    return response.response_result.map_err(|error| error.message);
                }
                other => self.take(other),
            }
        }
    }

    pub fn take(&mut self, message: Message) {
        if let Message::Notification(note) = message
            && note.method == "textDocument/publishDiagnostics"
        {
            let path = self.path(&note.params["uri"]);
            let faults = note.params["diagnostics"].as_array().expect("a list").clone();
            self.faults.insert(path, faults);
        }
    }

    /// Waits until what is known to be wrong is as it should be.
    pub fn wait(&mut self, what: &str, is_so: impl Fn(&BTreeMap<String, Vec<Value>>) -> bool) {
        let end = Instant::now() + DEADLINE;
        while !is_so(&self.faults) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(message) = self.messages.recv_timeout(left) else { panic!("{what}: {:#?}", self.faults) };
            self.take(message);
        }
    }

    pub fn uri(&self, path: &str) -> String {
        url::Url::from_file_path(self.root.join(path)).expect("an address").into()
    }

    pub fn path(&self, uri: &Value) -> String {
        let file = url::Url::parse(uri.as_str().expect("a text")).expect("an address").to_file_path().expect("a path");
        file.strip_prefix(&self.root).expect("a file of the site").to_string_lossy().into_owned()
    }

    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.root.join(path)).expect(path)
    }

    pub fn open_file(&mut self, path: &str) -> String {
        let text = self.read(path);
        self.open_text(path, &text);
        text
    }

    pub fn open_text(&mut self, path: &str, text: &str) {
        let document = json!({ "uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub fn change(&mut self, path: &str, changes: Value) {
        self.version += 1;
        let document = json!({ "uri": self.uri(path), "version": self.version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    pub fn write(&mut self, path: &str, text: &str) {
        self.change(path, json!([{ "text": text }]));
    }

    pub fn at(&self, path: &str, text: &str, offset: usize) -> Value {
        json!({ "textDocument": { "uri": self.uri(path) }, "position": position(text, offset) })
    }

    /// Asks at the place where a part of a text begins, and so many bytes on.
    pub fn ask_at(&mut self, method: &str, path: &str, text: &str, part: &str, on: usize) -> Result<Value, String> {
        let offset = text.find(part).unwrap_or_else(|| panic!("{path} holds no {part}")) + on;
        let mut params = self.at(path, text, offset);
        params["context"] = json!({ "includeDeclaration": true });
        self.ask(method, params)
    }

    /// The texts that a list of places covers, each with its file.
    pub fn covered(&self, places: &Value) -> Vec<(String, String)> {
        let place = |place: &Value| {
            let path = self.path(&place["uri"]);
            let text = self.read(&path);
            let range = &place["range"];
            let covered = text[offset(&text, &range["start"])..offset(&text, &range["end"])].to_owned();
            (path, covered)
        };
        places.as_array().expect("a list").iter().map(place).collect()
    }

    /// Completions where `¦` stands in a file that is as told, which is then put back.
    pub fn complete(&mut self, path: &str, marked: &str) -> Vec<Value> {
        let offset = marked.find('¦').expect("a place");
        let text = marked.replace('¦', "");
        self.write(path, &text);
        let params = self.at(path, &text, offset);
        let answer = self.ask("textDocument/completion", params).expect("an answer");
        answer.as_array().cloned().unwrap_or_default()
    }
}

pub fn position(text: &str, offset: usize) -> Value {
    let before: Vec<u16> = text[..offset].encode_utf16().collect();
    let feed = u16::from(b'\n');
    let line = before.iter().filter(|unit| **unit == feed).count();
    let character = before.iter().rev().take_while(|unit| **unit != feed).count();
    json!({ "line": line, "character": character })
}

pub fn offset(text: &str, position: &Value) -> usize {
    let number = |key: &str| usize::try_from(position[key].as_u64().expect("a number")).expect("a size");
    let start: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let units: Vec<u16> = text[start..].encode_utf16().take(number("character")).collect();
    start + String::from_utf16(&units).expect("whole characters").len()
}
