// The site served by the program itself, and Debian's Chromium to look at it with.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? `${root}target`;
const binary = [`${target}/release/muwazana`, `${target}/debug/muwazana`].find(existsSync);

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
  page: `${language}/contribute/`,
});

/** The pages that are in both languages at once. */
export const shared = { gate: "", parallel: "parallel/open-source/", "not-found": "nothing/here/" };

export const languages = ["ar", "en"];
