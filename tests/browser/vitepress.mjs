// A tree of documentation as somebody has it who comes from VitePress: Arabic at the top and English in a folder, groups that
// only the bar at the side names, containers, code groups, images, and links as people write them there.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const groups = {
  guide: { ar: "الدليل", en: "Guide" },
  recipes: { ar: "الوصفات", en: "Recipes" },
  reference: { ar: "المرجع", en: "Reference" },
};
const words = {
  ar: {
    name: "قصباء", tagline: "مكتبة صغيرة تنمو في كل أرض.", begin: "ابدأ", feature: "خفيفة", details: "لا تحتاج إلى شيء سواها.",
    title: (group, n) => `${groups[group].ar}: الباب ${n}`, set: "الضبط", run: "التشغيل", tip: "تنبيه", next: "الباب التالي",
    text: "اكتب القيمة في ملف الإعدادات، ثم شغّل البرنامج وانظر ما يقول. من أراد التفصيل وجده في الأبواب التالية.",
    drawing: "عود من القصب",
  },
  en: {
    name: "Reedbed", tagline: "A small library that grows on any ground.", begin: "Begin", feature: "Light", details: "It needs nothing but itself.",
    title: (group, n) => `${groups[group].en}: chapter ${n}`, set: "Settings", run: "Running it", tip: "Mind this", next: "The next chapter",
    text: "Write the value into the file of settings, then run the program and see what it says. More about it is in the chapters that follow.",
    drawing: "A reed",
  },
};

/** Writes a tree of so many pages a language, one more than a multiple of three, and gives its folder. */
export function vitepress(folder, pages) {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const each = (pages - 1) / 3;
  const numbers = Array.from({ length: each }, (_, n) => n + 1);
  const sidebar = (tag, base) => Object.keys(groups).map((group) => `{ text: '${groups[group][tag]}', collapsed: true, items: [
${numbers.map((n) => `          { text: '${words[tag].title(group, n)}', link: '${base}/${group}/page-${n}' },`).join("\n")}
        ] }`).join(",\n        ");
  const locale = (tag, key, base) => `    ${key}: {
      label: '${words[tag].name}', lang: '${tag}',${base ? ` link: '${base}/',` : ""} dir: '${tag === "ar" ? "rtl" : "ltr"}',
      themeConfig: {
        nav: [{ text: '${groups.guide[tag]}', link: '${base}/guide/page-1' }],
        sidebar: [${sidebar(tag, base)}],
      },
    },`;
  put("docs/.vitepress/config.mts", `import { defineConfig } from 'vitepress'

export default defineConfig({
  title: '${words.ar.name}',
  description: '${words.ar.tagline}',
  lastUpdated: true,
  locales: {
${locale("ar", "root", "")}
${locale("en", "en", "/en")}
  },
  themeConfig: { search: { provider: 'local' } },
})
`);
  put("docs/public/reed.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40"><path d="M10 38 20 2l10 36" fill="none" stroke="#3a7"/></svg>\n');
  for (const [tag, base, below] of [["ar", "", ""], ["en", "/en", "en/"]]) {
    const said = words[tag];
    put(`docs/${below}index.md`, `---
layout: home
hero:
  name: ${said.name}
  text: ${said.tagline}
  tagline: ${said.tagline}
  actions:
    - theme: brand
      text: ${said.begin}
      link: ${base}/guide/page-1
features:
  - title: ${said.feature}
    details: ${said.details}
---
`);
    for (const group of Object.keys(groups)) {
      for (const n of numbers) {
        const next = n < each ? `[${said.next}](./page-${n + 1}.md#run)` : `[${said.begin}](${base}/guide/page-1)`;
        put(`docs/${below}${group}/page-${n}.md`, `# ${said.title(group, n)}

${said.text}

## ${said.set} {#set}

::: tip ${said.tip}
${said.text} \`timeout: ${n}\`
:::
${n % 5 ? "" : `\n![${said.drawing}](/reed.svg)\n`}
## ${said.run} {#run}

::: code-group

\`\`\`sh [npm]
npm run reed-${n}
\`\`\`

\`\`\`sh [pnpm]
pnpm reed-${n}
\`\`\`

:::

${said.text} ${next}.
`);
      }
    }
  }
  return folder;
}
