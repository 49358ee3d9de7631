// The extension for Visual Studio Code, with an editor in the place of the real one: which program it starts, for which folder.
import assert from "node:assert/strict";
import Module, { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../.github/vscode");
const require = createRequire(import.meta.url);

/** An editor with these settings, in which these files are found. */
function editor(settings, files) {
  const seen = { clients: [], errors: [], commands: {}, changed: undefined };
  const vscode = {
    commands: { registerCommand: (name, run) => ((seen.commands[name] = run), { dispose() {} }) },
    window: { showErrorMessage: (text) => seen.errors.push(text) },
    workspace: {
      workspaceFolders: [{ uri: { fsPath: "/home/ada" } }],
      getConfiguration: () => ({ get: (name) => settings[name] }),
      findFiles: async () => files.map((file) => ({ fsPath: file })),
      onDidChangeConfiguration: (run) => ((seen.changed = run), { dispose() {} }),
    },
  };
  class LanguageClient {
    constructor(id, name, server, options) {
      Object.assign(this, { server, options, state: "made" });
      seen.clients.push(this);
    }
    async start() {
      if (settings.fails) throw new Error("not found");
      this.state = "started";
    }
    async stop() {
      this.state = "stopped";
    }
  }
  const stand_ins = { vscode, "vscode-languageclient/node": { LanguageClient } };
  const load = Module._load;
  Module._load = (name, ...rest) => stand_ins[name] ?? load(name, ...rest);
  const file = path.join(folder, "extension.js");
  delete require.cache[file];
  try {
    return { seen, extension: require(file) };
  } finally {
    Module._load = load;
  }
}

const context = () => ({ subscriptions: [] });

test("the server is started for the nearest site, and again when that is wished", async () => {
  const { seen, extension } = editor({ program: "muwazana" }, ["/home/ada/docs/site.toml", "/home/ada/site.toml"]);
  const own = context();
  await extension.activate(own);
  assert.deepEqual(seen.clients[0].server, { command: "muwazana", args: ["lsp", "--root", "/home/ada"] });
  assert.deepEqual(seen.clients[0].options.documentSelector.map((files) => files.pattern), ["/home/ada/**/*.md", "/home/ada/**/*.toml"]);
  assert.equal(own.subscriptions.length, 2);
  await seen.commands["muwazana.restart"]();
  assert.deepEqual(seen.clients.map((client) => client.state), ["stopped", "started"]);
  await seen.changed({ affectsConfiguration: (name) => name === "editor" });
  assert.equal(seen.clients.length, 2);
  await extension.deactivate();
  assert.equal(seen.clients[1].state, "stopped");
});

test("settings name program and folder; where there is no site nothing is started", async () => {
  const { seen, extension } = editor({ program: "/opt/muwazana", root: "site" }, []);
  await extension.activate(context());
  assert.deepEqual(seen.clients[0].server, { command: "/opt/muwazana", args: ["lsp", "--root", "/home/ada/site"] });
  const nothing = editor({}, []);
  await nothing.extension.activate(context());
  assert.deepEqual([nothing.seen.clients, nothing.seen.errors], [[], []]);
});

test("a program that cannot be started is named", async () => {
  const { seen, extension } = editor({ program: "nowhere", fails: true }, ["/home/ada/site.toml"]);
  await extension.activate(context());
  assert.match(seen.errors[0], /“nowhere” could not be started/);
  await extension.deactivate();
});

test("what the manifest names is there", () => {
  const manifest = require(path.join(folder, "package.json"));
  const { seen, extension } = editor({}, []);
  return extension.activate(context()).then(() => {
    assert.deepEqual(Object.keys(seen.commands), manifest.contributes.commands.map((command) => command.command));
  });
});
