// The pictures of the manual: where each is shown, and of which site it is. `npm run screens -- --manual` makes them.

import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { binary, fixture, root } from "./site.mjs";

/** What is compared, named in the order of the languages. */
const subjects = { ar: "coffee=القهوة|Coffee,tea=الشاي|Tea", en: "coffee=Coffee|القهوة,tea=Tea|الشاي" };

/** The site of the chapter Begin, with a language first: what has no language of its own speaks that one. */
function begun(folder, language) {
  const order = language === "ar" ? "ar,en" : "en,ar";
  execFileSync(binary, ["init", folder, "--quiet", "--languages", order, "--subjects", subjects[language]]);
}

/** The same, where a page asks to be read in both languages, as the chapter Translate tells. */
function begunInParallel(folder, language) {
  begun(folder, language);
  writeFileSync(join(folder, "content/about/page.toml"), 'parallel = "sections"\n');
}

/** The same in a repository, where the Arabic of a section has changed since the languages agreed, as the chapter shows it. */
function behind(folder, language) {
  begun(folder, language);
  appendFileSync(join(folder, "site.toml"), "\n[output]\nstatus = true\n");
  execFileSync(binary, ["sync", "--quiet", "--root", folder]);
  const somebody = ["-c", "user.name=Leila", "-c", "user.email=leila@example.org", "-c", "commit.gpgsign=false"];
  for (const step of [["init", "-q"], ["add", "."], ["commit", "-q", "-m", "The languages agree"]]) {
    execFileSync("git", ["-C", folder, ...somebody, ...step]);
  }
  const about = join(folder, "content/about/ar.md");
  writeFileSync(about, readFileSync(about, "utf8").replace("يُذكر.", "يُذكر في موضعه."));
}

/** The fixture with the page that the chapter Checks shows the fault of. */
function faulty(folder, language) {
  cpSync(fixture, folder, { recursive: true });
  const path = `content/method/${language}.md`;
  const [, fence, rest] = chapter("checks", language).split(/^(`{3,})md title="content\/method\/.*\n/m);
  writeFileSync(join(folder, path), rest.slice(0, rest.indexOf(`\n${fence}\n`) + 1));
}

/** The text of a chapter. */
export const chapter = (name, language) => readFileSync(join(root, `content/manual/${name}/${language}.md`), "utf8");

/**
 * Each is as wide and high as what matters in it, in pixels. `awaits` is what has to be there, and `unfolds` what is opened,
 * before the picture is made.
 */
export const pictures = [
  { chapter: "begin", name: "home", width: 720, height: 690, write: begun, path: (language) => `${language}/` },
  { chapter: "translate", name: "state", width: 720, height: 804, write: behind, path: (language) => `${language}/status/`, unfolds: "main details" },
  { chapter: "translate", name: "side-by-side", width: 900, height: 540, write: begunInParallel, path: () => "parallel/about/" },
  { chapter: "checks", name: "panel", width: 720, height: 464, write: faulty, path: (language) => `${language}/method/`, awaits: "#muwazana-faults section" },
];

/** Below `content/manual`, the file of a picture in a language and a theme: `home.png`, `home.dark.ar.png`. */
export const fileOf = ({ chapter, name }, language, scheme) =>
  `${chapter}/${name}${scheme === "dark" ? ".dark" : ""}${language === "en" ? "" : `.${language}`}.png`;
