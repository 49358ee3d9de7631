//! One editor's session: the messages that come in, the workspace that they change and ask, and what goes out.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use lsp_server::{ErrorCode, Message, Notification, Request, Response};
use lsp_types::notification::{
    DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, Notification as _, PublishDiagnostics,
};
use lsp_types::request::{
    CodeActionRequest, Completion, DocumentSymbolRequest, FoldingRangeRequest, GotoDefinition, HoverRequest,
    InlayHintRequest, PrepareRenameRequest, References, Rename, Request as _, WorkspaceSymbolRequest,
};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionProviderCapability, CompletionOptions,
    CompletionResponse, DocumentChangeOperation, DocumentChanges, DocumentSymbolResponse,
    FoldingRangeProviderCapability, GotoDefinitionResponse, Hover, HoverContents, HoverProviderCapability,
    InitializeParams, InlayHint, InlayHintParams, Location, MarkupContent, MarkupKind, OneOf,
    OptionalVersionedTextDocumentIdentifier, PositionEncodingKind, PrepareRenameResponse, PublishDiagnosticsParams,
    RenameFile, RenameOptions, ResourceOp, ResourceOperationKind, ServerCapabilities, SymbolInformation,
    TextDocumentContentChangeEvent, TextDocumentEdit, TextDocumentPositionParams, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextEdit, Uri, WorkspaceEdit, WorkspaceSymbolResponse,
};

use super::addresses::FileAddresses;
use super::completion::completion;
use super::definition::definition;
use super::direction::direction_hints;
use super::faults;
use super::hover::hover;
use super::outline::{document_symbols, folding_ranges, workspace_symbols};
use super::place::TextPlaces;
use super::spot::{Named, Spot};
use crate::build::Workspace;
use crate::symbols::{Renaming, Role, current_name, occurrences, rename};
use crate::tree::Change;

/// What a session hears.
pub enum Event {
    /// A message of the editor.
    Message(Message),
    /// Files have changed on the disk.
    Files(Change),
    /// The editor is gone.
    End,
}

/// A session.
pub struct Session {
    workspace: Workspace,
    addresses: FileAddresses,
    /// The texts of the files that are open in the editor, by path.
    documents: BTreeMap<String, String>,
    /// Those that have changed since the workspace was told of them.
    edited: BTreeSet<String>,
    /// Whether anything has changed since the editor was told what is wrong.
    stale: bool,
    published: BTreeMap<String, Vec<lsp_types::Diagnostic>>,
    renames_folders: bool,
    ending: bool,
}

/// What this server can do.
pub fn capabilities() -> ServerCapabilities {
    let signs = ["[", "^", "#", "!", "`", "\"", "{"];
    ServerCapabilities {
        position_encoding: Some(PositionEncodingKind::UTF16),
        text_document_sync: Some(TextDocumentSyncCapability::Kind(TextDocumentSyncKind::INCREMENTAL)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(signs.map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: lsp_types::WorkDoneProgressOptions::default(),
        })),
        document_symbol_provider: Some(OneOf::Left(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Simple(true)),
        inlay_hint_provider: Some(OneOf::Left(true)),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        ..ServerCapabilities::default()
    }
}

impl Session {
    /// A session of the site under a root, with an editor that says of itself what it can do.
    pub fn new(root: &Path, workspace: Workspace, client: &InitializeParams) -> Self {
        let edit = client.capabilities.workspace.as_ref().and_then(|workspace| workspace.workspace_edit.as_ref());
        let operations = edit.and_then(|edit| edit.resource_operations.as_ref());
        Self {
            workspace,
            addresses: FileAddresses::new(root),
            documents: BTreeMap::new(),
            edited: BTreeSet::new(),
            stale: true,
            published: BTreeMap::new(),
            renames_folders: operations.is_some_and(|can| can.contains(&ResourceOperationKind::Rename)),
            ending: false,
        }
    }

    /// What is wrong now, as far as the editor does not know it; one message a file.
    pub fn news(&mut self) -> Vec<Message> {
        self.take_edits();
        if !std::mem::take(&mut self.stale) {
            return Vec::new();
        }
        let report = self.workspace.report();
        let faults = faults::by_file(&report, self.workspace.model().as_ref(), &self.addresses);
        let mended = self.published.keys().filter(|path| !faults.contains_key(*path)).cloned();
        let mended: Vec<_> = mended.map(|path| (path, Vec::new())).collect();
        let differing = faults.iter().filter(|(path, faults)| self.published.get(*path) != Some(faults));
        let differing = differing.map(|(path, faults)| (path.clone(), faults.clone()));
        let messages: Vec<Message> =
            differing.chain(mended).filter_map(|(path, faults)| self.told(&path, faults)).collect();
        self.published = faults;
        messages
    }

    fn told(&self, path: &str, diagnostics: Vec<lsp_types::Diagnostic>) -> Option<Message> {
        let params = PublishDiagnosticsParams { uri: self.addresses.uri(path)?, diagnostics, version: None };
        Some(Notification::new(PublishDiagnostics::METHOD.to_owned(), params).into())
    }

    /// Takes an event. Gives the answer to a request, and `None` where the session is at its end.
    pub fn hear(&mut self, event: Event) -> Option<Vec<Message>> {
        match event {
            Event::End => None,
            Event::Files(change) => {
                self.take_edits();
                self.stale |= !self.workspace.update(&change).is_nothing();
                Some(Vec::new())
            }
            Event::Message(Message::Request(request)) => {
                self.take_edits();
                Some(vec![self.answer(request).into()])
            }
            Event::Message(Message::Notification(notification)) if notification.method == "exit" => None,
            Event::Message(Message::Notification(notification)) => {
                self.note(notification);
                Some(Vec::new())
            }
            Event::Message(Message::Response(_)) => Some(Vec::new()),
        }
    }

    /// Whether the editor has said that it is about to end the session, as it should.
    pub fn is_ending(&self) -> bool {
        self.ending
    }

    fn note(&mut self, notification: Notification) {
        let params = notification.params;
        match notification.method.as_str() {
            DidOpenTextDocument::METHOD => {
                let Ok(params) = serde_json::from_value::<lsp_types::DidOpenTextDocumentParams>(params) else { return };
                let Some(path) = self.addresses.path(&params.text_document.uri) else { return };
                self.addresses.open(&path, params.text_document.uri);
                self.documents.insert(path.clone(), params.text_document.text);
                self.edited.insert(path);
            }
            DidChangeTextDocument::METHOD => {
                let Ok(params) = serde_json::from_value::<lsp_types::DidChangeTextDocumentParams>(params) else {
                    return;
                };
                let Some(path) = self.addresses.path(&params.text_document.uri) else { return };
                let Some(text) = self.documents.get_mut(&path) else { return };
                params.content_changes.into_iter().for_each(|change| apply(text, change));
                self.edited.insert(path);
            }
            DidCloseTextDocument::METHOD => {
                let Ok(params) = serde_json::from_value::<lsp_types::DidCloseTextDocumentParams>(params) else {
                    return;
                };
                let Some(path) = self.addresses.path(&params.text_document.uri) else { return };
                self.addresses.close(&path);
                self.documents.remove(&path);
                self.edited.insert(path);
            }
            _ => {}
        }
    }

    /// Tells the workspace of the texts that have been edited.
    fn take_edits(&mut self) {
        if self.edited.is_empty() {
            return;
        }
        let edited = std::mem::take(&mut self.edited);
        let texts = edited.iter().map(|path| (path.as_str(), self.documents.get(path).map(String::as_str)));
        self.workspace.set_unsaved(texts);
        self.stale = true;
    }

    fn answer(&mut self, request: Request) -> Response {
        match request.method.as_str() {
            "shutdown" => {
                self.ending = true;
                Response::new_ok(request.id, serde_json::Value::Null)
            }
            Completion::METHOD => reply::<Completion>(request, |params| {
                let found = self.at(&params.text_document_position, completion);
                Ok(found.map(CompletionResponse::Array))
            }),
            HoverRequest::METHOD => reply::<HoverRequest>(request, |params| {
                let found = self.at(&params.text_document_position_params, |spot| {
                    let (value, range) = hover(spot)?;
                    let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value });
                    Some(Hover { contents, range: Some(TextPlaces::new(&spot.source.text).range(range)) })
                });
                Ok(found.flatten())
            }),
            GotoDefinition::METHOD => reply::<GotoDefinition>(request, |params| {
                let found = self.at(&params.text_document_position_params, definition).unwrap_or_default();
                let places = found.into_iter().filter_map(|(path, range)| self.location(&path, range));
                Ok(Some(GotoDefinitionResponse::Array(places.collect())))
            }),
            References::METHOD => reply::<References>(request, |params| {
                let with_definition = params.context.include_declaration;
                let found = self.at(&params.text_document_position, |spot| {
                    let named = spot.named()?;
                    Some(occurrences(spot.model, &named.symbol))
                });
                let found = found.flatten().unwrap_or_default().into_iter();
                let found = found.filter(|place| with_definition || place.role != Role::Definition);
                Ok(Some(found.filter_map(|place| self.location(&place.path, place.whole)).collect()))
            }),
            PrepareRenameRequest::METHOD => reply::<PrepareRenameRequest>(request, |params| {
                let prepared = self.at(&params, |spot| {
                    let Named { symbol, name } = renamed(spot)?;
                    let placeholder = current_name(spot.model, &symbol)?;
                    let range = TextPlaces::new(&spot.source.text).range(name);
                    Ok(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder })
                });
                prepared.transpose()
            }),
            Rename::METHOD => reply::<Rename>(request, |params| {
                let renaming = self.at(&params.text_document_position, |spot| {
                    rename(spot.model, &renamed(spot)?.symbol, &params.new_name)
                });
                renaming.transpose()?.map(|renaming| self.workspace_edit(renaming)).transpose()
            }),
            DocumentSymbolRequest::METHOD => reply::<DocumentSymbolRequest>(request, |params| {
                let position = lsp_types::Position::default();
                let at = TextDocumentPositionParams { text_document: params.text_document, position };
                Ok(self.at(&at, document_symbols).map(DocumentSymbolResponse::Nested))
            }),
            WorkspaceSymbolRequest::METHOD => reply::<WorkspaceSymbolRequest>(request, |params| {
                let found = self.workspace.model().map(|model| workspace_symbols(&model, &params.query));
                let symbols =
                    found.unwrap_or_default().into_iter().filter_map(|(name, container, kind, path, range)| {
                        #[allow(deprecated, reason = "the protocol has the field still")]
                        Some(SymbolInformation {
                            name,
                            kind,
                            tags: None,
                            deprecated: None,
                            location: self.location(&path, range)?,
                            container_name: Some(container),
                        })
                    });
                Ok(Some(WorkspaceSymbolResponse::Flat(symbols.collect())))
            }),
            CodeActionRequest::METHOD => reply::<CodeActionRequest>(request, |params| {
                let uri = params.text_document.uri;
                let faults = self.addresses.path(&uri).and_then(|path| self.published.get(&path));
                let touches = |fault: &&lsp_types::Diagnostic| {
                    fault.range.start <= params.range.end && params.range.start <= fault.range.end
                };
                let actions = faults.into_iter().flatten().filter(touches).filter_map(|fault| quick_fix(&uri, fault));
                Ok(Some(actions.collect()))
            }),
            InlayHintRequest::METHOD => reply::<InlayHintRequest>(request, |params| Ok(self.hints(&params))),
            FoldingRangeRequest::METHOD => reply::<FoldingRangeRequest>(request, |params| {
                let path = self.addresses.path(&params.text_document.uri);
                let text = path.filter(|path| path.ends_with(".md")).and_then(|path| self.workspace.source(&path));
                Ok(text.map(|source| folding_ranges(&source.text)))
            }),
            method => {
                let message = format!("`{method}` is not known here");
                Response::new_err(request.id, ErrorCode::MethodNotFound as i32, message)
            }
        }
    }

    /// What is said of a place; `None` where it is in no file of the site.
    fn at<T>(&self, at: &TextDocumentPositionParams, say: impl FnOnce(&Spot<'_>) -> T) -> Option<T> {
        let path = self.addresses.path(&at.text_document.uri)?;
        let model = self.workspace.model()?;
        let source = self.workspace.source(&path)?;
        let offset = TextPlaces::new(&source.text).offset(at.position);
        Some(say(&Spot { model: &model, path: &path, source: &source, offset }))
    }

    /// Which way the lines of mixed direction run that the editor shows; only those of a page's words.
    fn hints(&self, params: &InlayHintParams) -> Option<Vec<InlayHint>> {
        let path = self.addresses.path(&params.text_document.uri)?;
        let model = self.workspace.model()?;
        let (_, language) = model.page_of(&path)?;
        let source = self.workspace.source(&path)?;
        let places = TextPlaces::new(&source.text);
        let wanted = places.offset(params.range.start)..places.offset(params.range.end) + 1;
        Some(direction_hints(&source.text, &model.config.at(language?).isolator, &wanted))
    }

    fn location(&self, path: &str, range: Range<usize>) -> Option<Location> {
        let source = self.workspace.source(path)?;
        Some(Location { uri: self.addresses.uri(path)?, range: TextPlaces::new(&source.text).range(range) })
    }

    fn workspace_edit(&self, renaming: Renaming) -> Result<WorkspaceEdit, String> {
        if renaming.folder.is_some() && !self.renames_folders {
            return Err("this editor cannot rename folders".to_owned());
        }
        let uri = |path: &str| self.addresses.uri(path).ok_or_else(|| format!("`{path}` has no address"));
        let mut operations = Vec::new();
        let mut changes: Vec<(Uri, Vec<TextEdit>)> = Vec::new();
        for (path, edits) in renaming.edits {
            let source = self.workspace.source(&path).ok_or_else(|| format!("`{path}` cannot be read"))?;
            let lines = TextPlaces::new(&source.text);
            let edits = edits.into_iter().map(|(range, new_text)| TextEdit { range: lines.range(range), new_text });
            changes.push((uri(&path)?, edits.collect()));
        }
        for (uri, edits) in changes {
            let text_document = OptionalVersionedTextDocumentIdentifier { uri, version: None };
            let edits = edits.into_iter().map(OneOf::Left).collect();
            operations.push(DocumentChangeOperation::Edit(TextDocumentEdit { text_document, edits }));
        }
        if let Some((old, new)) = renaming.folder {
            let rename = RenameFile { old_uri: uri(&old)?, new_uri: uri(&new)?, options: None, annotation_id: None };
            operations.push(DocumentChangeOperation::Op(ResourceOp::Rename(rename)));
        }
        let document_changes = Some(DocumentChanges::Operations(operations));
        Ok(WorkspaceEdit { document_changes, ..WorkspaceEdit::default() })
    }
}

/// What a new name is asked for. An error says that here is nothing that has one.
fn renamed(spot: &Spot<'_>) -> Result<Named, String> {
    spot.named().ok_or_else(|| "here stands no page, section or source".to_owned())
}

/// Answers a request; an error is one sentence for the editor to show.
fn reply<R: lsp_types::request::Request>(
    request: Request,
    say: impl FnOnce(R::Params) -> Result<R::Result, String>,
) -> Response {
    let params = match serde_json::from_value(request.params) {
        Ok(params) => params,
        Err(error) => return Response::new_err(request.id, ErrorCode::InvalidParams as i32, error.to_string()),
    };
    match say(params) {
        Ok(result) => Response::new_ok(request.id, result),
        Err(message) => Response::new_err(request.id, ErrorCode::RequestFailed as i32, message),
    }
}

/// What takes a fault away, as an action that the editor offers.
fn quick_fix(uri: &Uri, fault: &lsp_types::Diagnostic) -> Option<CodeActionOrCommand> {
    let edit: TextEdit = serde_json::from_value(fault.data.clone()?).ok()?;
    let title = match edit.new_text.trim() {
        "" => "Delete it".to_owned(),
        text => format!("Write `{text}`"),
    };
    let text_document = OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version: None };
    let changes = DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits: vec![OneOf::Left(edit)] }]);
    Some(CodeActionOrCommand::CodeAction(CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![fault.clone()]),
        edit: Some(WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }),
        is_preferred: Some(true),
        ..CodeAction::default()
    }))
}

/// Edits a text as the editor has edited it.
fn apply(text: &mut String, change: TextDocumentContentChangeEvent) {
    let Some(range) = change.range else {
        *text = change.text;
        return;
    };
    let lines = TextPlaces::new(text);
    let (start, end) = (lines.offset(range.start), lines.offset(range.end));
    text.replace_range(start..end.max(start), &change.text);
}
