// The site served by the program itself, and Debian's Chromium to look at it with.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? `${root}target`;
export const binary = [`${target}/release/muwazana`, `${target}/debug/muwazana`].find(existsSync);

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

/** One page of every kind, in a language. */
export const kinds = (language) => ({
  home: `${language}/`,
  dimensions: `${language}/dimensions/`,
  dimension: `${language}/dimensions/open-source/`,
  matrix: `${language}/matrix/`,
  terms: `${language}/terms/`,
  term: `${language}/terms/rollup/`,
  sources: `${language}/sources/`,
  search: `${language}/search/`,
  page: `${language}/contribute/`,
});

/** The pages that are in both languages at once. */
export const shared = { gate: "", parallel: "parallel/open-source/", "not-found": "nothing/here/" };

export const languages = ["ar", "en"];

/** Every kind of page, once in each language that it is in. */
export const everywhere = [...languages.flatMap((language) => Object.values(kinds(language))), ...Object.values(shared)];

/**
 * The site and a browser to visit it with. A visit fails on any error in the console and any request to another host.
 * The page itself may be missing, and with the option `missingFiles` what it asks for, too.
 */
export async function open(root) {
  const site = await serve(root);
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

