// Starts `muwazana lsp` for the site that is open. All that it knows, the server does.
"use strict";

const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

/** The folder that holds site.toml; nothing where there is none. */
async function findRoot() {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const named = vscode.workspace.getConfiguration("muwazana").get("root");
  if (named && folder) return path.resolve(folder.uri.fsPath, named);
  const found = await vscode.workspace.findFiles("{site.toml,*/site.toml}", undefined);
  const paths = found.map((file) => file.fsPath).sort((a, b) => a.length - b.length);
  return paths.length > 0 ? path.dirname(paths[0]) : undefined;
}

async function start() {
  const root = await findRoot();
  if (!root) return;
  const command = vscode.workspace.getConfiguration("muwazana").get("program") || "muwazana";

  client = new LanguageClient(
    "muwazana",
    "Muwazana",
    { command, args: ["lsp", "--root", root] },
    { documentSelector: ["**/*.md", "**/*.toml"].map((files) => ({ scheme: "file", pattern: `${root}/${files}` })) },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    vscode.window.showErrorMessage(`“${command}” could not be started: install Muwazana, or set muwazana.program. (${error})`);
  }
}

async function stop() {
  const ended = client;
  client = undefined;
  await ended?.stop();
}

exports.activate = async (context) => {
  const restart = vscode.commands.registerCommand("muwazana.restart", async () => {
    await stop();
    await start();
  });
  const watch = vscode.workspace.onDidChangeConfiguration(async (change) => {
    if (!change.affectsConfiguration("muwazana")) return;
    await stop();
    await start();
  });
  context.subscriptions.push(restart, watch);
  await start();
};

exports.deactivate = stop;
