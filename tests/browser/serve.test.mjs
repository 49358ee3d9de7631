// What `serve` adds to an open page: it follows changes in place, and restarts, and shows what is wrong.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
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
[theme]
styles = "assets/own.css"
`;

const words = (title, text = "") => `+++\ntitle = "${title}"\nsummary = "s"\n+++\n${text}\n`;
const write = (path, text) => writeFile(join(folder, path), text);

/** Starts `serve` on a port, with more options; gives its address. */
function start(port, options = []) {
  server = spawn(binary, ["serve", "--port", port, "--root", folder, ...options], { stdio: ["ignore", "ignore", "pipe"] });
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
const panel = "#muwazana-faults";
const isGone = () => page.waitForSelector(panel, { state: "detached" });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "serve-"));
  await mkdir(join(folder, "content/long"), { recursive: true });
  await mkdir(join(folder, "static/assets"), { recursive: true });
  await write("static/assets/own.css", "main { outline-color: rgb(1, 2, 3) }");
  await write("site.toml", settings);
  await write("content/ar.md", words("الرئيسة"));
  await write("content/en.md", words("First"));
  await write("content/long/ar.md", words("طويلة"));
  await write("content/long/en.md", words("Long"));
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

test("an open page follows the site", async () => {
  for (const title of ["Second", "Third"]) {
    await write("content/en.md", words(title));
    await heading(title);
  }
});

/** Writes a page of the site with some parts, and waits until an open page shows a word. */
const long = (n, text = (n) => `Paragraph ${n}.`) => Array.from({ length: n }, (_, at) => text(at)).join("\n\n");

test("what has changed is exchanged in place: place, theme, focus, open details and the search stay", async () => {
  const body = (word) => words("Long", `${long(20)}\n\n<details>\n<summary>More</summary>\n\nHidden ${word}.\n\n</details>\n\n## Section {#s}\n\n${long(40)}\n\nThe ${word} [link](/en/).\n\n\`\`\`sh\necho ${word}\n\`\`\`\n\n${long(20)}`);
  await write("content/long/en.md", body("first"));
  const desk = await browser.newPage({ viewport: { width: 1280, height: 700 }, colorScheme: "light" });
  const wrong = [];
  desk.on("pageerror", (error) => wrong.push(String(error)));
  await desk.goto(`${address}en/long/`);
  await desk.waitForSelector("button.copy");
  await desk.evaluate(() => (window.isSame = true));
  await desk.locator(".theme").click();
  await desk.locator(".theme").click();
  await desk.locator("summary", { hasText: "More" }).click();
  await desk.getByRole("link", { name: "link", exact: true }).focus();
  await desk.evaluate(() => scrollTo(0, 900));
  const place = () => desk.evaluate(() => [...document.querySelectorAll(".prose p")].find((one) => one.textContent === "Paragraph 39.").getBoundingClientRect().top);
  const before = await place();
  // Above what is read, and in it.
  await write("content/long/en.md", body("second").replace("Paragraph 3.", "Paragraph three.\n\nNew above.\n\nAnd more."));
  await desk.waitForSelector("text=New above.");
  assert.equal(await desk.evaluate(() => window.isSame), true, "it was not loaded again");
  assert.ok(Math.abs((await place()) - before) <= 1, `${await place()} is not ${before}`);
  const kept = await desk.evaluate(() => ({
    theme: document.documentElement.dataset.theme,
    open: document.querySelector("details:has(> summary)").open,
    focus: document.activeElement.textContent,
    copy: document.querySelectorAll("pre:has(+ .copy)").length - document.querySelectorAll("pre, .copy").length / 2,
    code: document.querySelector("pre").textContent.trim(),
  }));
  assert.deepEqual(kept, { theme: "dark", open: true, focus: "link", copy: 0, code: "echo second" });
  // An open search stays open, with what was typed.
  await desk.keyboard.press("Control+k");
  await desk.locator("dialog input").fill("Paragraph");
  await write("content/long/en.md", body("third"));
  await desk.waitForSelector("text=The third", { state: "attached" });
  assert.equal(await desk.locator("dialog[open] input").inputValue(), "Paragraph");
  assert.equal(await desk.evaluate(() => window.isSame), true);
  assert.deepEqual(wrong, []);
  await desk.close();
});

test("an edit changes the open pages that show it and leaves the others alone", async () => {
  await write("content/long/en.md", words("Long", "One."));
  const [edited, other] = [await browser.newPage(), await browser.newPage()];
  const asked = [];
  await edited.goto(`${address}en/long/`);
  await other.goto(`${address}ar/long/`);
  for (const page of [edited, other]) await page.waitForFunction(() => performance.getEntriesByName(location.origin + "/.muwazana/reload.js").length);
  other.on("request", (request) => asked.push(request.url()));
  const changes = await other.evaluate(() => {
    window.changes = 0;
    new MutationObserver((all) => (window.changes += all.length)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  assert.equal(changes, undefined);
  await write("content/long/en.md", words("Long", "Two."));
  await edited.waitForSelector("text=Two.");
  await other.waitForTimeout(300);
  assert.equal(await other.evaluate(() => window.changes), 0);
  assert.deepEqual(asked, []);
  // A title stands in other pages, too.
  await write("content/long/en.md", words("Longer", "Two."));
  await edited.waitForSelector("h1:text-is('Longer')");
  await edited.close();
  await other.close();
});

test("a sheet is exchanged without the page ever being bare, a template loads the page again where it was read", async () => {
  await write("content/long/en.md", words("Long", long(80)));
  const desk = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  await desk.goto(`${address}en/long/`);
  const outline = (color) => desk.waitForFunction((color) => getComputedStyle(document.querySelector("main")).outlineColor === color, color);
  await outline("rgb(1, 2, 3)");
  await desk.evaluate(() => {
    window.isSame = true;
    window.bare = 0;
    const look = () => {
      window.bare += getComputedStyle(document.querySelector("main")).outlineColor.startsWith("rgb(1, 2,") ? 0 : 1;
      requestAnimationFrame(look);
    };
    look();
    // A browser that is told to load a page again before it has put it where it was read loses the place.
    history.scrollRestoration = "manual";
    scrollTo(0, 1200);
  });
  await write("static/assets/own.css", "main { outline-color: rgb(1, 2, 4) }");
  await outline("rgb(1, 2, 4)");
  assert.deepEqual(await desk.evaluate(() => [window.isSame, window.bare, document.querySelectorAll("link[href*=own]").length]), [true, 0, 1]);
  await mkdir(join(folder, "templates/components"), { recursive: true });
  await write("templates/components/site_footer.html", "{% component site_footer(site, document) %}<footer>Another foot</footer>{% endcomponent site_footer %}");
  await desk.waitForSelector("text=Another foot");
  assert.equal(await desk.evaluate(() => window.isSame), undefined, "it was loaded again");
  await desk.waitForFunction(() => Math.abs(scrollY - 1200) <= 1);
  await rm(join(folder, "templates"), { recursive: true });
  await desk.waitForSelector("text=Another foot", { state: "detached" });
  await desk.close();
});

test("it works where no text may become HTML, and a picture that changes under its address is shown anew", async () => {
  const picture = (side) => `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="9"/>`;
  await write("static/logo.svg", picture(10));
  await write("content/long/en.md", words("Long", "One. ![Logo](/logo.svg)"));
  const desk = await browser.newPage();
  await desk.route((url) => url.pathname === "/en/long/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'" } });
  });
  await desk.goto(`${address}en/long/`);
  await desk.evaluate(() => (window.isSame = true));
  await write("content/long/en.md", words("Long", "Two <b>and</b> more. ![Logo](/logo.svg)"));
  await desk.waitForSelector("b:text-is('and')");
  assert.equal(await desk.evaluate(() => window.isSame), true);
  await write("static/logo.svg", picture(10).replace("/>", " fill='red'/>"));
  await desk.waitForFunction(() => window.isSame === undefined);
  await desk.close();
});

test("errors are shown as text above the page, can be closed, and come back with a new one", async () => {
  await write("content/en.md", words("Wrong", "[[<b>one</b>]]"));
  await page.waitForSelector(`${panel} section`);
  assert.match(await page.locator(`${panel} section`).innerText(), /1 error[^]*<b>one<\/b>[^]*content\/en\.md:5:1/);
  assert.equal(await page.locator(`${panel} p b`).count(), 1, "the severity alone is bold");
  await page.keyboard.press("Escape");
  await page.waitForSelector(`${panel} .corner:text("1 error")`);
  const told = page.waitForResponse((response) => response.url().includes("/.muwazana/events"));
  await page.reload();
  await told;
  await page.waitForSelector(`${panel} .corner`);
  assert.equal(await page.locator(`${panel} section`).count(), 0, "it stays closed on the next page");
  // The same error on another line is no new one.
  await write("content/en.md", words("Wrong", "A line above.\n\n[[<b>one</b>]]"));
  await page.waitForTimeout(300);
  assert.equal(await page.locator(`${panel} section`).count(), 0);
  await write("content/en.md", words("Wrong", "[[two]]"));
  await page.waitForSelector(`${panel} section:has-text("two")`);
  await page.getByRole("button", { name: /Close/ }).click();
  await page.waitForSelector(`${panel} .corner`);
  assert.match(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent), /1 error/);
  await page.keyboard.press("F8");
  await page.waitForSelector(`${panel} section`);
  assert.match(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.innerText), /two/);
  await write("content/en.md", words("Right"));
  await heading("Right");
  await isGone();
});

test("a page shows its own warnings and the errors of others; others show the errors alone", async () => {
  await write("content/en.md", words("Home"));
  await write("content/long/en.md", words("Long", "One."));
  const desk = await browser.newPage({ viewport: { width: 320, height: 600 }, colorScheme: "dark" });
  await desk.goto(`${address}en/long/`);
  await heading("Home");
  await write("content/long/en.md", words("Long", "One \u061c."));
  await desk.waitForSelector(`${panel} .warning:has-text("content/long/en.md:5:5")`);
  assert.equal(await page.locator(panel).count(), 0, "a warning of another page");
  await write("content/en.md", words("Home", "[[nowhere]]"));
  await page.waitForSelector(`${panel} li.error`);
  await desk.waitForSelector(`${panel} summary:has-text("1 error elsewhere")`);
  assert.equal(await desk.locator(`${panel} header`).innerText().then((text) => /1 error, 1 warning/.test(text)), true);
  const fits = await desk.evaluate((panel) => {
    const { left, right, top, bottom } = document.querySelector(panel).getBoundingClientRect();
    return left >= 0 && right <= innerWidth && top === 0 && bottom <= innerHeight / 2 && document.documentElement.scrollWidth <= innerWidth;
  }, panel);
  assert.ok(fits, "it leaves room for the page");
  // A warning that was there before waits in the corner.
  await write("content/en.md", words("Home"));
  await isGone();
  await desk.evaluate(() => sessionStorage.clear());
  await desk.reload();
  await desk.waitForSelector(`${panel} .corner:text("1 warning")`);
  await desk.locator(`${panel} .corner`).click();
  assert.equal(await desk.locator(`${panel} li`).count(), 1);
  await write("content/long/en.md", words("Long", "One."));
  await desk.waitForSelector(panel, { state: "detached" });
  await desk.close();
});

test("a fault leads to its place in the editor", async () => {
  await stop();
  const told = join(folder, "told");
  await start(new URL(address).port, ["--editor", `sh -c 'echo "$0:$1:$2" > ${told}' {file} {line} {column}`]);
  await write("content/en.md", words("Home", "Text [[nowhere]]"));
  await page.waitForSelector(`${panel} section:has-text("content/en.md:5:6")`);
  await page.keyboard.press("F8");
  await page.keyboard.press("Enter");
  const deadline = Date.now() + 20_000;
  let opened;
  while (!opened && Date.now() < deadline) opened = await readFile(told, "utf8").catch(() => new Promise((resolve) => setTimeout(resolve, 50)));
  assert.equal(opened, `${await realpath(folder)}/content/en.md:5:6\n`);
  await stop();
  await start(new URL(address).port, ["--editor", "no-such-editor {file}"]);
  await page.reload();
  await page.locator(`${panel} button.edit`).click();
  await page.waitForSelector(`${panel} [role=alert]:has-text("no-such-editor")`);
  await stop();
  await start(new URL(address).port, ["--editor", "vscode://file/{file}:{line}:{column}"]);
  await page.reload();
  const link = page.locator(`${panel} li a.edit`);
  assert.equal(await link.getAttribute("href"), encodeURI(`vscode://file${await realpath(folder)}/content/en.md:5:6`));
  await stop();
  await start(new URL(address).port);
  await write("content/en.md", words("Home"));
  await isGone();
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
