// Small sites with every kind of page, in as many languages and with as many subjects as a test asks for.

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Of each language its own name, and sentences that are long enough to fill some lines. */
const WORDS = {
  ar: ["العربية", "الموازنة بين الشيئين أن يُنظر في كل واحد منهما من الجهة التي يُنظر منها في الآخر.", "ولا يستقيم الحكم إلا إذا ذُكر ما لكل طرف وما عليه، ثم رُدّ ذلك إلى شاهد يراه القارئ بنفسه."],
  de: ["Deutsch", "Wer zwei Dinge vergleicht, betrachtet jedes von der Seite, von der er auch das andere betrachtet.", "Größe, Straße und Übermaß zählen dabei ebenso wie das, was sich in Zahlen nicht sagen lässt."],
  en: ["English", "To weigh two things is to look at each of them from the side from which the other is seen.", "A judgement stands only where what speaks for each is told with what speaks against it, and shown."],
  es: ["Español", "Comparar dos cosas es mirar cada una desde el lado desde el que se mira la otra.", "El juicio sólo vale si se dice lo que habla a favor y en contra de cada una, ¿y quién lo muestra?"],
  fa: ["فارسی", "سنجیدن دو چیز آن است که هر یک را از همان سویی ببینیم که دیگری را می‌بینیم.", "داوری آن‌گاه درست است که سود و زیان هر کدام گفته شود و خواننده گواه آن را با چشم خود ببیند."],
  fr: ["Français", "Comparer deux choses, c’est regarder chacune du côté d’où l’on regarde l’autre, sans en préférer aucune.", "Le jugement ne tient que si l’on dit ce qui plaide pour chaque œuvre et contre elle, preuves à l’appui."],
  he: ["עברית", "להשוות בין שני דברים פירושו להתבונן בכל אחד מהם מן הצד שממנו מתבוננים באחר.", "השיפוט עומד רק כאשר נאמר מה מדבר בעד כל צד ומה נגדו, והקורא רואה זאת במו עיניו."],
  id: ["Bahasa Indonesia", "Membandingkan dua hal berarti memandang masing-masing dari sisi yang sama dengan yang lain.", "Penilaian hanya sah bila kelebihan dan kekurangan keduanya disebut dan buktinya diperlihatkan."],
  tr: ["Türkçe", "İki şeyi karşılaştırmak, her birine ötekine bakılan yerden bakmaktır; ağır ağır, ölçüyle.", "Yargı ancak her birinin lehine ve aleyhine olan söylenip gösterildiğinde doğru olur, çünkü ışık böyle düşer."],
  ur: ["اردو", "دو چیزوں کا موازنہ یہ ہے کہ ہر ایک کو اسی رخ سے دیکھا جائے جس سے دوسری کو دیکھا جاتا ہے۔", "فیصلہ تبھی درست ہے جب ہر ایک کے حق میں اور خلاف بات کہی جائے اور پڑھنے والا خود دیکھ لے۔"],
};

const INKS = ["#a3312b", "#1d5c7a", "#2f6b3a", "#6b3f2a", "#5b3a8c", "#8a5a00", "#0f6460", "#8c2f62"];

/** Writes a site and gives its folder: home, three points, the terms and one of them, a page, and sources. */
export function writeSite(tags, subjects) {
  const folder = mkdtempSync(join(tmpdir(), "muwazana-site-"));
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const numbers = [...Array(subjects).keys()];
  const inEach = (name) => (tags.length === 1 ? `"${name(tags[0])}"` : `{ ${tags.map((tag) => `${tag} = "${name(tag)}"`).join(", ")} }`);
  const word = (tag, n) => WORDS[tag][1].split(" ").filter((word) => word.length > 2)[n].replace(/\P{L}/gu, "");
  put("site.toml", `base_url = "https://example.org/"\n${tags.map((tag) => `[[languages]]\ntag = "${tag}"\nname = "${WORDS[tag][0]}"\n`).join("")}
${numbers.map((n) => `[[subjects]]\nid = "s${n}"\nname = ${inEach((tag) => word(tag, n))}\naccent = "${INKS[n]}"\n`).join("")}`);
  const page = (path, title, more = () => "") => {
    for (const tag of tags) {
      const [, first, second] = WORDS[tag];
      const sections = ["one", "two", "three"].map((id, n) => `## ${word(tag, n)} {#${id}}\n\n${first} ${second} *${word(tag, n + 1)}* ${first}\n\n${second}\n`).join("\n");
      const text = path.endsWith("~") ? "" : sections;
      put(join("content", path.replace("~", ""), `${tag}.md`), `+++\ntitle = "${title(tag)}"\nsummary = "${first}"\n${more(tag)}+++\n${first} ${second}\n\n${text}`);
    }
  };
  page("~", (tag) => `${word(tag, 0)} ${word(tag, 1)}`);
  page("dimensions/~", (tag) => word(tag, 2));
  page("terms/~", (tag) => word(tag, 3));
  page("terms/one", (tag) => word(tag, 4));
  page("method", (tag) => word(tag, 5));
  for (const n of [0, 1, 2]) {
    put(`content/dimensions/point-${n}/page.toml`, `kind = "${["similarity", "difference", "synthesis"][n]}"\norder = ${n + 1}\n[axis]\n${numbers.map((s) => `s${s} = ${(s * 37 + n * 20) % 101}`).join("\n")}\n`);
    page(`dimensions/point-${n}`, (tag) => `${word(tag, n)} ${word(tag, n + 2)}`, (tag) =>
      `[stance]\n${numbers.map((s) => `s${s} = "${WORDS[tag][1]}"`).join("\n")}\n[axis]\nstart = "${word(tag, 1)}"\nend = "${word(tag, 2)}"\n`);
  }
  return folder;
}
