// For how long a first visit to a page keeps its reader waiting, with a processor four times as slow: the total blocking time,
// which is what tasks last over 50 ms each between the first picture and five quiet seconds. `npm run blocking` measures the
// longest article of each language of the repository's site, on a quiet machine; `npm run blocking -- --loads 9 --site FOLDER
// PATH …` any pages of any site. With `--trace` four times the processor's own time is taken, which other programs disturb
// little, and what the longest tasks consist of is printed.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { binary, languages, launch, root } from "./site.mjs";

const LONG = 50;
const SLOWER = 4;
const types = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", json: "application/json", svg: "image/svg+xml", woff2: "font/woff2", png: "image/png" };

const given = process.argv.slice(2);
const option = (name, otherwise) => {
  const at = given.indexOf(name);
  return at < 0 ? otherwise : given.splice(at, 2)[1];
};
const flag = (name) => given.includes(name) && given.splice(given.indexOf(name), 1).length > 0;
const loads = Number(option("--loads", 7));
const quiet = Number(option("--quiet", 5000));
const site = option("--site", root);
const isTraced = flag("--trace");

const built = mkdtempSync(join(tmpdir(), "muwazana-blocking-"));
execFileSync(binary, ["build", "--root", site, "--out", built], { stdio: "ignore" });
const server = createServer(({ url }, answer) => {
  const path = decodeURIComponent(new URL(url, "http://x").pathname);
  const file = join(built, path.endsWith("/") ? `${path}index.html` : path);
  const type = types[file.split(".").pop()];
  if (!existsSync(file) || !type) return answer.writeHead(404).end();
  const body = readFileSync(file);
  const isSmall = !/font|png/.test(type);
  answer.writeHead(200, { "content-type": type, ...(isSmall ? { "content-encoding": "gzip" } : {}) }).end(isSmall ? gzipSync(body) : body);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));

/** The dimensions whose text is the longest in each language. */
const longest = () => languages.map((tag) => {
  const sizes = readdirSync(join(built, tag, "dimensions"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [readFileSync(join(built, tag, "dimensions", name, "index.html")).length, name]);
  return `${tag}/dimensions/${sizes.sort((a, b) => b[0] - a[0])[0][1]}/`;
});
const quantile = (numbers, part) => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * part)];

const browser = await launch();

/** One first visit: when its first picture came, and its long tasks, in ms and from that on. */
async function visit(path, viewport) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: isTraced ? 1 : SLOWER });
  await page.addInitScript(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
  });
  if (isTraced) await browser.startTracing(page, { categories: ["toplevel", "loading", "devtools.timeline", "v8"] });
  await page.goto(`http://127.0.0.1:${server.address().port}/${path}`, { waitUntil: "load" });
  await page.waitForTimeout(quiet);
  const [first, tasks] = await page.evaluate(() => {
    const first = performance.getEntriesByName("first-contentful-paint")[0].startTime;
    return [first, globalThis.tasks.map(({ startTime, duration }) => ({ at: startTime - first, length: duration }))];
  });
  const own = isTraced ? traced(JSON.parse(await browser.stopTracing())) : tasks;
  await context.close();
  const parts = own.map(({ at, length }) => Math.max(0, length + Math.min(at, 0) - LONG));
  return { first, tasks: own, blocking: parts.reduce((sum, part) => sum + part, 0) };
}

/** The tasks of the page's own thread, as long as the processor took for them, four times over; and what they consist of. */
function traced({ traceEvents }) {
  const first = traceEvents.findLast((event) => event.name === "firstContentfulPaint");
  const events = traceEvents.filter((event) => event.ph === "X" && event.tdur && event.pid === first.pid && event.tid === first.tid);
  events.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const tasks = [];
  const open = [];
  for (const event of events) {
    while (open.length && open.at(-1).ts + open.at(-1).dur <= event.ts) open.pop();
    const length = (event.tdur * SLOWER) / 1000;
    if (!open.length) tasks.push({ at: (event.ts - first.ts) / 1000, length, parts: new Map() });
    const { parts } = tasks.at(-1);
    const label = ({ name, args }) => [name, args?.data?.functionName].filter(Boolean).join(" ");
    const add = (name, time) => parts.set(name, (parts.get(name) ?? 0) + time);
    if (open.length) add(label(open.at(-1)), -length);
    add(label(event), length);
    open.push(event);
  }
  // On a busy machine a picture is late on the screen: what comes after it was drawn counts.
  const parsed = events.find(({ name, args }) => name === "ParseHTML" && args.beginData?.url.startsWith("http"));
  const drawn = events.find(({ name, ts }) => name === "Paint" && ts > parsed.ts);
  const late = Math.max(0, (first.ts - drawn.ts - drawn.dur) / 1000);
  for (const task of tasks) task.at += late;
  return tasks;
}

/** Prints what the longest tasks of a visit consist of: for each kind of work the time that it takes by itself. */
function explain({ tasks }) {
  for (const { at, length, parts } of tasks.filter(({ at, length }) => length > LONG / 2 && at > -1000)) {
    const most = [...parts].sort((a, b) => b[1] - a[1]).filter(([, time]) => time >= 2).slice(0, 9);
    console.log(`    ${Math.round(length)} ms, ${Math.round(at)} ms from the first picture: ${most.map(([name, time]) => `${name} ${Math.round(time)}`).join(", ")}`);
  }
}

try {
  for (const path of given.length ? given : longest()) {
    for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 900 }]) {
      const seen = [];
      for (let load = 0; load < loads; load++) seen.push(await visit(path, viewport));
      const blocking = seen.map((one) => one.blocking);
      const [low, median] = [quantile(blocking, 0.25), quantile(blocking, 0.5)].map(Math.round);
      console.log(`${path} at ${viewport.width} px: blocked for ${median} ms (lower quartile ${low}; ${blocking.map(Math.round).join(" ")}), first picture after ${Math.round(quantile(seen.map((one) => one.first), 0.5))} ms`);
      if (isTraced) explain(seen.toSorted((a, b) => a.blocking - b.blocking)[Math.floor(loads / 2)]);
    }
  }
} finally {
  await browser.close();
  server.close();
  rmSync(built, { recursive: true, force: true });
}
