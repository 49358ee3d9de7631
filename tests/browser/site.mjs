// Sites served by the program itself, and Debian's Chromium to look at them with. Tests of the program use the fixture, whose
// words they know; tests of what must hold for any site find its pages in its sitemap.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** The site that this repository publishes. */
export const root = fileURLToPath(new URL("../..", import.meta.url));
/** A small site with every kind of page in Arabic and English. */
export const fixture = fileURLToPath(new URL("../fixtures/comparison", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? `${root}target`;
/** The program as it was built last. */
export const binary = ["ci", "release", "debug"]
  .map((profile) => `${target}/${profile}/muwazana`)
  .filter((path) => existsSync(path))
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];

/** Starts `muwazana serve` on a free port; gives the address and how to end it. */
export function serve(site = root) {
  if (!binary) throw new Error("build the program first: cargo build --release");
  const server = spawn(binary, ["serve", "--port", "0", "--root", site], { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (chunk) => {
      said += chunk;
      const address = said.match(/serving on (http:\S+)/)?.[1];
      if (address) resolve({ address, stop: () => server.kill() });
    });
    server.on("exit", () => reject(new Error(said)));
  });
}

/** A browser that asks nobody but the site for anything. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** The languages of the fixture. */
export const languages = ["ar", "en"];

/** Of any site that is served: one page of every kind in each of its languages, and those that are in no language. */
export async function onePageOfEachKind(address) {
  const base = new URL(address).pathname;
  const sitemap = await (await fetch(`${address}sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => decodeURI(new URL(url).pathname).slice(base.length));
  // A language whose pages stand at the root has no folder.
  const folders = [...new Set(pages.map((page) => page.split("/")[0]))].filter(Boolean);
  const isLanguage = async (folder) => (await (await fetch(`${address}${folder}/`)).text()).includes(`<html lang="${folder}"`);
  const tags = new Set((await Promise.all(folders.map(isLanguage))).flatMap((is, at) => (is ? folders[at] : [])));
  const first = new Map();
  for (const page of pages) {
    const parts = page.split("/").slice(0, -1);
    const language = tags.has(parts[0]) ? `${parts.shift()}/` : "";
    const kind = language + (parts.length > 1 ? `${parts[0]}/*` : parts[0] ?? "");
    if (!first.has(kind)) first.set(kind, page);
  }
  for (const folder of ["", ...[...tags].map((tag) => `${tag}/`)]) {
    if ((await fetch(`${address}${folder}search/`)).ok) first.set(`${folder}search`, `${folder}search/`);
  }
  const texts = await Promise.all([...first.values()].map(async (page) => (await fetch(address + page)).text()));
  const parallel = texts.join("\n").match(/\/(parallel\/[^/"\s>#]+\/)/)?.[1];
  return [...new Set(["", "nothing/here/", ...(parallel ? [parallel] : []), ...first.values()])];
}

/**
 * The site and a browser to visit it with. A visit fails on any error in the console and any request to another host.
 * The page itself may be missing, and with the option `missingFiles` what it asks for, too.
 */
export async function open(folder = fixture) {
  const site = await serve(folder);
  const browser = await launch();
  const visit = async (path, { missingFiles = false, ...options }, look) => {
    const context = await browser.newContext({ reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    const wrong = [];
    const mayMiss = (url) => missingFiles || url === site.address + path;
    const isMissing = (message) => /404 \(Not Found\)/.test(message.text()) && mayMiss(message.location().url);
    page.on("console", (message) => message.type() === "error" && !isMissing(message) && wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => request.url().startsWith(site.address) || request.url().startsWith("data:") || wrong.push(`asks ${request.url()}`));
    try {
      await page.goto(site.address + path, { waitUntil: "load" });
      await look(page);
      assert.deepEqual(wrong, [], path);
    } finally {
      await page.unrouteAll({ behavior: "ignoreErrors" }); // what still runs of an answer has nobody to tell
      await context.close();
    }
  };
  const close = async () => {
    await browser.close();
    site.stop();
  };
  return { address: site.address, browser, visit, close };
}

/**
 * In the page: for each element, its characters as written, and in the order in which a reader sees them from left to
 * right, by where each is drawn.
 */
export const drawn = (selector) =>
  [...document.querySelectorAll(selector)].map((element) => {
    const boxes = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (let at = 0; at < walker.currentNode.data.length; at++) {
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width) boxes.push({ c: walker.currentNode.data[at], x: box.left, y: Math.round(box.top / 8) });
      }
    }
    const oneLine = new Set(boxes.map((box) => box.y)).size === 1;
    return { written: boxes.map((box) => box.c).join(""), drawn: boxes.sort((a, b) => a.x - b.x).map((box) => box.c).join(""), oneLine };
  });

// As servers do it: the zlib inside Node is another one, faster and a little weaker.
const small = (bytes) => execFileSync("gzip", ["-9c"], { input: bytes }).length;

/**
 * What a first visit to a page costs, in bytes as they travel, with `built` as the folder of the published site: what is
 * served here has other addresses, and a script to reload.
 */
export async function firstVisit(reader, built, path) {
  const context = await reader.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const got = [];
  page.on("response", (response) => got.push(response));
  await page.goto(reader.address + path, { waitUntil: "networkidle" });
  const cost = { text: 0, script: 0, fonts: 0, requests: 0 };
  for (const response of got) {
    // Live reloading is the server's, not the site's.
    if (response.url().includes("/.muwazana/") || response.url().startsWith("data:")) continue;
    cost.requests += 1;
    const type = response.headers()["content-type"];
    const path = decodeURIComponent(new URL(response.url()).pathname);
    const body = readFileSync(join(built, path.endsWith("/") ? `${path}index.html` : path));
    if (type.startsWith("font/")) cost.fonts += body.length;
    else cost.text += small(body);
    if (type.startsWith("text/javascript")) cost.script += small(body);
  }
  await context.close();
  return cost;
}

/** Whether a first visit is as cheap as the program promises. */
export const isCheap = ({ text, script, fonts, requests }) =>
  text <= 20 * 1024 && script <= 5 * 1024 && text + fonts <= 90 * 1024 && requests <= 5;
