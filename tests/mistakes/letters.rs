//! Slips of the hand inside words, numbers, brackets and formulas, which readers see as they were typed; and beside each kind
//! what looks like it and is meant.

use super::rows::Answer::{Clean, One};
use super::rows::Edit::Replace;
use super::rows::{EN, Row, row, said};

const AR: &str = "content/dimensions/cost/ar.md";

/// All of them.
pub fn rows() -> Vec<Row> {
    let mut rows = words();
    rows.extend(brackets());
    rows.extend(signs());
    rows
}

/// Words of the Arabic article in place of its last ones.
fn arabic(name: &'static str, text: &'static str, words: &'static [&'static str]) -> Row {
    row(name, [Replace(AR, "أنظر [[headway]] و[[gears]].\n", text)], One(AR, text.trim_end(), words))
}

fn words() -> Vec<Row> {
    let meant = |name, text| row(name, [Replace(EN, "See [[headway]] and [[gears]].\n", text)], Clean);
    vec![
        said("capitals", "wHOEVER RIDES sees [[headway]] and [[gears]].\n", &["key for capitals"]),
        said("a letter in a number", "In 2O26 of [[headway]] and [[gears]].\n", &["letter `O`", "digit"]),
        said("a stop without a blank", "See [[headway]] and more.The [[gears]] turn.\n", &["no blank", "`.`"]),
        said("a comma without a blank", "See [[headway]] at last,but [[gears]] turn.\n", &["no blank", "`,`"]),
        said("an opening mark for an apostrophe", "It‘s [[headway]] and [[gears]].\n", &["apostrophe", "’"]),
        arabic("a stop without a blank in Arabic", "أنظر [[headway]] أولا.وبعده [[gears]].\n", &["no blank"]),
        arabic("a comma without a blank in Arabic", "أنظر [[headway]] أولا،وبعده [[gears]].\n", &["no blank"]),
        arabic(
            "a half-space and a blank",
            "أنظر هنا\u{200c} أولا [[headway]] و[[gears]].\n",
            &["U+200C", "beside a blank"],
        ),
        arabic("a comma without a blank before a short word", "أنظر أولا،في [[headway]] و[[gears]].\n", &["no blank"]),
        arabic("a word that stands twice in Arabic", "أنظر في في [[headway]] و[[gears]].\n", &["`في` stands twice"]),
        arabic(
            "per cent before its number",
            "أنظر نحو %99.9[^street-count] من [[headway]] و[[gears]].\n",
            &["per cent", "behind"],
        ),
        arabic("a word typed in Persian", "أنظر کتابک في [[headway]] و[[gears]].\n", &["letters of `کتابک`"]),
        row("per cent behind its number", [Replace(AR, "365 يورو", "365 يورو، 50٪ أو ٥٠٪ أو 50%")], Clean),
        arabic("a vowel mark on a blank", "أنظر المقد ّر في [[headway]] و[[gears]].\n", &["vowel mark", "blank"]),
        said("a semicolon without a blank", "See [[headway]] at last;as [[gears]] turn.\n", &["no blank", "`;`"]),
        said("a question without a blank", "See [[headway]], more?The [[gears]] turn.\n", &["no blank", "`?`"]),
        said("a word that stands twice", "See the the [[headway]] and [[gears]].\n", &["`the` stands twice"]),
        said("quotation marks that changed places", "See ”so“ [[headway]] and [[gears]].\n", &["ends a quotation"]),
        said("an end mark at both ends", "See ”so” [[headway]] and [[gears]].\n", &["ends a quotation"]),
        meant("words that may stand twice", "He had had that that [[headway]] of the A A [[gears]].\n"),
        meant(
            "letters of a language that is named",
            "See <span lang=\"fa\">کلیلگی، چای</span>, [[headway]] and [[gears]].\n",
        ),
        meant("names with their own capitals", "An iPhone, eBPF VM and the iSCSI LUN of [[headway]] and [[gears]].\n"),
        meant("names with stops", "Node.js, example.com, e.g. The [[headway]], a.But and [[gears]].\n"),
        meant("isotopes and formulas", "16O, H2O, 3G and 0o755 of [[headway]] and [[gears]].\n"),
        meant("letters of Arabic", "The Ka‘ba and Sa‘ud of [[headway]] and [[gears]].\n"),
    ]
}

fn brackets() -> Vec<Row> {
    let meant = |name, text| row(name, [Replace(EN, "See [[headway]] and [[gears]].\n", text)], Clean);
    vec![
        said("a bracket not closed", "See [[headway]] (1908, and [[gears]].\n", &["nothing closes", "`)`"]),
        said("a bracket too many", "See [[headway]]) and [[gears]].\n", &["closes nothing"]),
        said("a square bracket too many", "See [[headway]]] and [[gears]].\n", &["closes nothing"]),
        arabic("a bracket not closed in Arabic", "أنظر [[headway]] (1908 ثم [[gears]].\n", &["nothing closes"]),
        said(
            "a link to a page turned round",
            "See ]]headway[[ and [[gears]], [[headway]].\n",
            &["changed places", "[[headway]]"],
        ),
        meant("a remark over two paragraphs", "(See [[headway]].\n\nAnd [[gears]].)\n"),
        meant("numbers of items", "See a) [[headway]], b) [[gears]] and 3) both.\n"),
        meant("an interval", "In [0, 1) lie [[headway]] and [[gears]].\n"),
        meant("a face", "See [[headway]] and [[gears]] :-)\n"),
    ]
}

fn signs() -> Vec<Row> {
    let meant = |name, text| row(name, [Replace(EN, "See [[headway]] and [[gears]].\n", text)], Clean);
    let also = |name, text: &'static str, needle, words| said(name, text, words).at(EN, needle);
    vec![
        said("one star before a word", "See [[headway]], some *words and [[gears]].\n", &["`*`", "*words*"]),
        said("one star at the beginning", "*Example: [[headway]] and [[gears]].\n", &["`*`", "*words*"]),
        said(
            "a misspelt command of a formula",
            "As $\\farc{1}{2}$ [[headway]] and [[gears]].\n",
            &["did you mean `\\frac`"],
        ),
        row(
            "a call turned round in a block",
            [Replace(AR, "أنظر [[headway]] و[[gears]].\n", "أنظر [[headway]] و[[gears]].\n\n```js\n()setup\n```\n")],
            One(AR, "()setup", &["`setup()`"]),
        ),
        said(
            "a bar forgotten in a link",
            "See [[headway the headway]], [[headway]], [[gears]].\n",
            &["[[headway|the headway]]"],
        ),
        row(
            "a brace of a formula lost",
            [Replace(EN, "See [[headway]]", "$$\n\\int_0^1 \\frac{1}{3\n$$\n\nSee [[headway]]")],
            One(EN, "$$", &["braces"]),
        ),
        row(
            "a sentence of another language with its own marks",
            [Replace(AR, "أنظر [[headway]] و[[gears]].\n", "أنظر [[headway]] و[[gears]]: “Yes, of course.”\n")],
            Clean,
        ),
        meant("a note with a star", "Prices* of [[headway]] and [[gears]].\n\n*All with tax.\n"),
        meant("names with a star", "Any *nix, `*` or 5* of [[headway]] and [[gears]].\n"),
        said("keys not closed", "Press ++ctrl+f+ on [[headway]] and [[gears]].\n", &["++ctrl+f++"]),
        said("a sign below not closed", "H~2O of [[headway]] and [[gears]].\n", &["~2~"]),
        said("a sign above not closed", "By m^2 of [[headway]] and [[gears]].\n", &["^2^"]),
        said("a blank in a formula", "So $p = c / n $ of [[headway]] and [[gears]].\n", &["$p = c / n$"]),
        also("a task ticked by v", "- [v] [[headway]]\n- [ ] [[gears]]\n", "[v]", &["`[x]`"]),
        also("a list from two on", "2. [[headway]]\n3. [[gears]]\n", "2. ", &["begins with 2"]),
        also(
            "half of a pair in a formula",
            "$$\nh = \\left( \\frac{60}{n} )\n$$\n\n[[headway]] and [[gears]].\n",
            "\\left(",
            &["this `\\left` has no `\\right`"],
        ),
        also(
            "an Arabic comma in code",
            "Call `price(430، 200)` of [[headway]] and [[gears]].\n",
            "price(",
            &["Arabic `،`", "write `,`"],
        ),
        also("a tab in parentheses", "```sh (macOS)\nls\n```\n\n[[headway]], [[gears]].\n", "```sh", &["[macOS]"]),
        also(
            "a caption in a caption",
            "<figure>\n<figcaption>Words.<figcaption>\n</figure>\n\n[[headway]], [[gears]].\n",
            "<figcaption>",
            &["`</figcaption>`"],
        ),
        also(
            "a comment not closed",
            "[[headway]] and [[gears]].\n\n<!-- later\n\n## More {#more}\n",
            "<!-- later",
            &["not closed", "`-->`"],
        ),
        also(
            "a value not closed",
            "The <abbr title=\"last>end</abbr> of [[headway]] and [[gears]].\n",
            "<abbr",
            &["quotation mark of `title`"],
        ),
        said(
            "a comma in a mail address",
            "[Sam](mailto:sam@wheels,example) of [[headway]] and [[gears]].\n",
            &["mailto:sam@wheels.example"],
        ),
        meant("signs that are meant", "C++ and i++, ~5 of a~b, `x^2` and \\$x of [[headway]] and [[gears]].\n"),
        meant("a list that goes on", "1. [[headway]]\n\nWords.\n\n2. [[gears]]\n"),
        meant("Arabic in code", "Say `قل(\"نعم، لا\")` and `\"، \".join(a)` of [[headway]] and [[gears]].\n"),
    ]
}
