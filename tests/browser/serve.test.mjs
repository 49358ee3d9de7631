// What `serve` adds to an open page: it reloads after a change and after a restart, and shows what is wrong.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { binary, launch } from "./site.mjs";

let folder, server, address, browser, page;

const settings = `
base_url = "https://example.org/"
[[languages]]
tag = "ar"
name = "العربية"
[[languages]]
tag = "en"
name = "English"
[[subjects]]
id = "llm"
name = { ar = "النماذج", en = "Models" }
accent = "#a3312b"
[[subjects]]
id = "chain"
name = { ar = "السلاسل", en = "Chains" }
accent = "#1d5c7a"
`;

const words = (title, text = "") => `+++\ntitle = "${title}"\nsummary = "s"\n+++\n${text}\n`;
const write = (path, text) => writeFile(join(folder, path), text);

/** Starts `serve` on a port; gives its address. */
function start(port) {
  server = spawn(binary, ["serve", "--port", port, "--root", folder], { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (chunk) => {
      said += chunk;
      const found = said.match(/serving on (http:\S+)/)?.[1];
      if (found) resolve(found);
    });
    server.on("exit", () => reject(new Error(said)));
  });
}

function stop() {
  return new Promise((resolve) => {
    server.on("exit", resolve);
    server.kill();
  });
}

const heading = (title) => page.waitForSelector(`h1:text-is("${title}")`);
const panel = "#muwazana-errors";
const isGone = () => page.waitForSelector(panel, { state: "detached" });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-"));
  await mkdir(join(folder, "content"));
  await write("site.toml", settings);
  await write("content/ar.md", words("الرئيسة"));
  await write("content/en.md", words("First"));
  address = await start("0");
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`${address}en/`);
  await heading("First");
});

after(async () => {
  await browser?.close();
  server?.kill();
  await rm(folder, { recursive: true, force: true });
});

test("an open page reloads when the site changes", async () => {
  for (const title of ["Second", "Third"]) {
    await write("content/en.md", words(title));
    await heading(title);
  }
});

test("errors are shown as text and can be closed until the next change", async () => {
  await write("content/en.md", words("Wrong", "[[<b>one</b>]]"));
  assert.match(await page.locator(panel).innerText(), /<b>one<\/b>/);
  assert.equal(await page.locator(`${panel} b`).count(), 0);
  await page.keyboard.press("Escape");
  await isGone();
  const told = page.waitForResponse((response) => response.url().endsWith("/.muwazana/events"));
  await page.reload();
  await told;
  await heading("Wrong");
  await page.waitForTimeout(300);
  assert.equal(await page.locator(panel).count(), 0, "it stays closed on the next page");
  await write("content/en.md", words("Wrong", "[[two]]"));
  await page.waitForSelector(`${panel}:has-text("two")`);
  await page.getByRole("button", { name: /Close/ }).click();
  await isGone();
  await write("content/en.md", words("Right"));
  await heading("Right");
});

test("an open page notices that serve was started again", async () => {
  // Each run begins to count anew: only the run tells the two apart.
  for (const title of ["Once again", "Twice again"]) {
    await stop();
    await write("content/en.md", words(title));
    await start(new URL(address).port);
    await heading(title);
  }
});
