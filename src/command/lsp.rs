//! `muwazana lsp`: the language server, over standard input and output.

use std::process::ExitCode;
use std::sync::mpsc::{Sender, channel};

use lsp_server::{Connection, Message};
use lsp_types::{InitializeParams, InitializeResult, MessageType, ServerInfo, ShowMessageParams};

use super::{Global, Outcome};
use crate::build::Workspace;
use crate::lsp::{Event, Session, capabilities};
use crate::server::{Watch, WatchMethod};

pub fn run(global: &Global) -> Outcome {
    let (connection, threads) = Connection::stdio();
    let (id, params) = connection.initialize_start().map_err(|error| error.to_string())?;
    let client: InitializeParams = serde_json::from_value(params).map_err(|error| error.to_string())?;
    let server_info = ServerInfo { name: "muwazana".to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
    let result = InitializeResult { capabilities: capabilities(), server_info: Some(server_info) };
    let result = serde_json::to_value(result).map_err(|error| error.to_string())?;
    connection.initialize_finish(id, result).map_err(|error| error.to_string())?;

    let Connection { sender, receiver } = connection;
    let say = |level, message: String| {
        let params = ShowMessageParams { typ: level, message };
        let method = "window/showMessage".to_owned();
        let _ = sender.send(lsp_server::Notification::new(method, params).into()); // An editor that is gone hears nothing.
    };
    let (events, heard) = channel();
    let warn = |_: &str| {}; // Files are polled instead, which changes nothing for the editor.
    match Watch::begin(&global.root, WatchMethod::Auto, warn) {
        Ok(watch) => listen(events.clone(), |events| watch.run(move |change| send(&events, Event::Files(change)))),
        Err(error) => say(MessageType::WARNING, format!("changes on the disk are not followed: {error}")),
    }
    let mut options = global.options();
    options.drafts = true;
    let workspace = Workspace::open_for_writing(global.root.clone(), options);
    if workspace.model().is_none() {
        say(
            MessageType::WARNING,
            "there is no site here: start with --root and the folder that holds site.toml".to_owned(),
        );
    }
    listen(events, move |events| {
        receiver.iter().for_each(|message: Message| send(&events, Event::Message(message)));
        send(&events, Event::End);
    });

    let mut session = Session::new(&global.root, workspace, &client);
    loop {
        // What is wrong is told when nothing waits any more: a fast typist is not told of every letter.
        let waiting = heard.try_recv().ok();
        if waiting.is_none() {
            session.news().into_iter().for_each(|message| drop(sender.send(message)));
        }
        let Some(event) = waiting.or_else(|| heard.recv().ok()) else { break };
        let Some(answers) = session.hear(event) else { break };
        answers.into_iter().for_each(|message| drop(sender.send(message)));
    }
    drop(sender);
    let ended_well = session.is_ending();
    threads.join().map_err(|error| error.to_string())?;
    Ok(ExitCode::from(u8::from(!ended_well)))
}

fn listen(events: Sender<Event>, listen: impl FnOnce(Sender<Event>) + Send + 'static) {
    std::thread::spawn(move || listen(events));
}

/// Nobody hears any more when the session has ended.
fn send(events: &Sender<Event>, event: Event) {
    let _ = events.send(event);
}
