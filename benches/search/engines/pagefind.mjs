// Pagefind, in the browser for which it is made.

import { spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

export async function open({ language, pages }) {
  const folder = mkdtempSync(join(tmpdir(), "pagefind-"));
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  for (const [number, text] of [...pages.entries(), ["index", "…"]]) {
    writeFileSync(join(folder, `${number}.html`), `<!doctype html><html lang="${language}"><title>…</title><body><p>${escaped(String(text))}</p></body></html>`);
  }
  const start = performance.now();
  const binary = fileURLToPath(new URL("../node_modules/.bin/pagefind", import.meta.url));
  const { status, stderr } = spawnSync(binary, ["--site", folder, "--quiet"], { encoding: "utf8" });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    if (!existsSync(path) || statSync(path).isDirectory()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
    createReadStream(path).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const visit = async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${address}/index.html`);
    return page;
  };
  const ask = (page, text) =>
    page.evaluate(async (text) => {
      const pagefind = await import("/pagefind/pagefind.js");
      const { results } = await pagefind.search(text);
      return Promise.all(results.slice(0, 10).map(async (result) => (await result.data()).raw_url ?? (await result.data()).url));
    }, text);
  const page = await visit();
  return {
    search: async (text) => (await ask(page, text)).map((url) => Number(url.match(/(\d+)\.html/)?.[1] ?? -1)),
    async cost(questions) {
      const fresh = await visit();
      const bodies = [];
      fresh.on("response", (response) => bodies.push(response.body().then((body) => gzipSync(body).length, () => 0)));
      await ask(fresh, questions[0].text);
      const query = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0);
      const files = readdirSync(join(folder, "pagefind"), { recursive: true }).map((file) => join(folder, "pagefind", file));
      const index = files.filter((file) => statSync(file).isFile()).reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
      return { query, index, seconds };
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
