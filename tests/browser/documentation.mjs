// A site of documentation in Arabic and English, as large as its tests ask for: sections, groups without a page, code.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const settings = `base_url = "https://engine.example/"
name = { ar = "دليل المحرّك", en = "The engine's manual" }
repository = "https://example.org/engine"
[[languages]]
tag = "ar"
name = "العربية"
[[languages]]
tag = "en"
name = "English"
`;

const article = {
  ar: (n) => `## الفقرة ${n} {#part-${n}}\n\nاضبط \`timeout\` على 30 ثانية، ثم شغّل \`engine --serve\`.\n\n\`\`\`sh\nengine run --port 80${n}\n\`\`\`\n`,
  en: (n) => `## Part ${n} {#part-${n}}\n\nSet \`timeout\` to 30 seconds, then run \`engine --serve\`.\n\n\`\`\`sh\nengine run --port 80${n}\n\`\`\`\n`,
};

/** Writes the site into a folder that lasts as long as the process: 120 pages, and as many more at its top as are wanted. */
export function documentation(more = 0) {
  const root = mkdtempSync(join(tmpdir(), "muwazana-documentation-"));
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  const put = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const page = (path, ar, en, facts) => {
    for (const [tag, title, about] of [["ar", ar, "ما ينبغي معرفته عن"], ["en", en, "What to know about"]]) {
      const text = [1, 2, 3, 4].map(article[tag]).join("\n");
      put(`content/${path}${tag}.md`, `+++\ntitle = "${title}"\nsummary = "${about} ${title}."\n+++\n\n${text}`);
    }
    if (facts) put(`content/${path}page.toml`, facts);
  };
  put("site.toml", settings);
  page("", "دليل المحرّك", "The engine's manual", 'nav = ["guide", "recipes", "reference"]\n');
  page("guide/", "البداية", "Guide", 'nav = ["install", "first-steps", "deploy"]\n');
  page("guide/install/", "التثبيت", "Installing");
  page("guide/first-steps/", "الخطوات الأولى", "First steps");
  page("guide/deploy/", "النشر", "Deploying");
  page("guide/deploy/servers/", "الخوادم", "Servers");
  page("guide/deploy/containers/", "الحاويات", "Containers");
  put("content/recipes/page.toml", 'title = { ar = "وصفات", en = "Recipes" }\n');
  for (let n = 1; n <= 12; n++) page(`recipes/recipe-${n}/`, `الوصفة ${n}`, `Recipe ${n}`, `order = ${n}\n`);
  page("reference/", "المرجع", "Reference");
  const groups = [["settings", "الإعدادات", "Settings"], ["commands", "الأوامر", "Commands"], ["modules", "الوحدات", "Modules"], ["errors", "الأخطاء", "Errors"]];
  groups.forEach(([name, ar, en], order) => {
    put(`content/reference/${name}/page.toml`, `title = { ar = "${ar}", en = "${en}" }\norder = ${order}\n`);
    for (let n = 1; n <= 25; n++) page(`reference/${name}/${name}-${n}/`, `${ar} ${n}`, `${en} ${n} of the engine`, `order = ${n}\n`);
  });
  for (let n = 1; n <= more; n++) page(`more-${n}/`, `صفحة ${n}`, `A page with a rather long name, number ${n}`);
  return root;
}
