//! Shortcodes of Hugo whose meaning is plain, such as `{{< note >}}`, `{{% alert title="…" %}}` and `{{< figure src="…" >}}`, as the
//! components, images and fences that mean the same. Others stay as they are, and are said. The text keeps its lines.

use super::attributes::words;
use super::fences::CodeFence;

/// What Hugo writes around texts with blanks.
const QUOTES: &[char] = &['"', '`'];

/// The attributes of a component, each with its value where one is given.
type Attributes = Vec<(&'static str, Option<String>)>;

/// A shortcode that stands alone on its line: its name in lower case, what is given to it, and whether it ends another one.
struct Shortcode<'l> {
    name: String,
    given: &'l str,
    is_end: bool,
    is_whole: bool,
}

impl<'l> Shortcode<'l> {
    fn of(line: &'l str) -> Option<Self> {
        let inside = inside(line.trim())?;
        let (is_whole, inside) = inside.strip_suffix('/').map_or((false, inside), |inside| (true, inside.trim_end()));
        let (is_end, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside.trim_start()));
        let (name, given) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/');
        (!name.is_empty() && name.chars().all(is_name)).then(|| Self {
            name: name.to_lowercase(),
            given: given.trim(),
            is_end,
            is_whole,
        })
    }

    /// What is given by one of these names.
    fn named(&self, names: &[&str]) -> Option<String> {
        let words = words(self.given, QUOTES);
        let of = |name: &&str| {
            let value = words.iter().find_map(|word| word.strip_prefix(*name)?.strip_prefix('='))?;
            Some(unquoted(value).to_owned()).filter(|value| !value.is_empty())
        };
        names.iter().find_map(of)
    }

    /// The first that is given without a name.
    fn first(&self) -> Option<String> {
        let words = words(self.given, QUOTES);
        let first = words.first().filter(|word| word.starts_with(['"', '`', '\'']) || !word.contains('='))?;
        Some(unquoted(first).to_owned()).filter(|first| !first.is_empty())
    }

    /// The line that means the same; nothing where none does.
    fn written(&self) -> Option<String> {
        let (component, attributes) = self.component()?;
        if self.is_end {
            return Some(format!("</{component}>"));
        }
        let given = attributes.into_iter().filter_map(|(name, value)| Some((name, value?)));
        let given: String = given.map(|(name, value)| format!(" {name}=\"{}\"", value.replace('"', "'"))).collect();
        Some(format!("<{component}{given}{}>", if self.is_whole { " /" } else { "" }))
    }

    fn component(&self) -> Option<(&'static str, Attributes)> {
        let title = || self.named(&["title", "header", "name", "label", "summary"]);
        Some(match &*self.name {
            "note" => ("Note", vec![("title", title())]),
            "info" => ("Info", vec![("title", title())]),
            "tip" => ("Tip", vec![("title", title())]),
            "success" => ("Success", vec![("title", title())]),
            "important" => ("Important", vec![("title", title())]),
            "warning" => ("Warning", vec![("title", title())]),
            "caution" => ("Caution", vec![("title", title())]),
            "danger" => ("Danger", vec![("title", title())]),
            "callout" | "alert" | "admonition" | "hint" | "notice" => {
                let kind = self.named(&["type", "color", "kind", "level"]).or_else(|| self.first());
                ("Callout", vec![("type", kind), ("title", title())])
            }
            "details" | "expand" | "collapse" => ("Accordion", vec![("title", title().or_else(|| self.first()))]),
            "tabs" | "tabpane" => ("Tabs", Vec::new()),
            "tab" => ("Tab", vec![("title", title().or_else(|| self.first()))]),
            "steps" => ("Steps", Vec::new()),
            "cards" => ("Cards", Vec::new()),
            "card" => {
                let words = self.named(&["subtitle", "description"]);
                let address = self.named(&["link", "href", "url"]);
                ("Card", vec![("title", title()), ("href", address), ("description", words)])
            }
            _ => return None,
        })
    }

    /// An image, with its caption as its title.
    fn figure(&self) -> Option<String> {
        let source = self.named(&["src", "link"]).or_else(|| self.first())?;
        let caption = self.named(&["caption", "title"]);
        let words = self.named(&["alt"]).or_else(|| caption.clone()).unwrap_or_default();
        let words = words.replace(['[', ']'], "");
        let title =
            caption.filter(|caption| *caption != words).map(|caption| format!(" \"{}\"", caption.replace('"', "'")));
        Some(format!("![{words}]({}{})", source.replace(' ', "%20"), title.unwrap_or_default()))
    }
}

/// The text without the shortcodes that are known.
pub fn with_components(text: &str) -> String {
    let (mut fence, mut highlighted) = (CodeFence::default(), false);
    let mut line = |line: &str| {
        if !highlighted && (fence.is_open() | fence.is_open_after(line)) {
            return line.to_owned();
        }
        let indentation = &line[..line.len() - line.trim_start().len()];
        let code = Shortcode::of(line);
        let written = match &code {
            Some(code) if code.name == "highlight" => {
                highlighted = !code.is_end;
                let language = code.first().filter(|_| !code.is_end).unwrap_or_default();
                Some(format!("```{language}"))
            }
            _ if highlighted => None,
            Some(code) if code.name == "figure" && !code.is_end => code.figure(),
            // A card has nothing in it, and is not closed.
            Some(code) if code.name == "card" && !code.is_end => {
                Shortcode { is_whole: true, name: code.name.clone(), ..*code }.written()
            }
            Some(code) => code.written(),
            None => None,
        };
        match written {
            Some(written) => format!("{indentation}{written}"),
            None if highlighted => line.to_owned(),
            None => replaced(line, |code| code?.named(&["text"])),
        }
    };
    text.split('\n').map(&mut line).collect::<Vec<_>>().join("\n")
}

/// Where a link leads that names its target by `ref` or `relref`: `{{< relref "page.md#place" >}}`.
pub fn reference(target: &str) -> Option<&str> {
    let inside = inside(target.trim())?;
    let (name, given) = inside.split_once(char::is_whitespace)?;
    let given = given.trim();
    let path = given.strip_prefix("path=").unwrap_or(given);
    matches!(name, "ref" | "relref").then(|| unquoted(words(path, QUOTES).first().copied().unwrap_or_default()))
}

/// Words without the shortcodes among them; of one that shows a text, that.
pub fn without_shortcodes(words: &str) -> String {
    replaced(words, |code| Some(code.and_then(|code| code.named(&["text"])).unwrap_or_default()))
}

/// Words with something else in the place of the shortcodes among them for which there is something.
fn replaced(words: &str, by: impl Fn(Option<Shortcode<'_>>) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(start) = ["{{<", "{{%"].iter().filter_map(|sign| rest.find(sign)).min() {
        let Some(end) = rest[start..].find("}}").map(|end| start + end + 2) else { break };
        let code = &rest[start..end];
        out.push_str(&rest[..start]);
        out.push_str(&by(Shortcode::of(code)).unwrap_or_else(|| code.to_owned()));
        rest = &rest[end..];
    }
    out + rest
}

/// What stands between the signs of a shortcode that is a whole text.
fn inside(text: &str) -> Option<&str> {
    let inside = match text.strip_prefix("{{<") {
        Some(rest) => rest.strip_suffix(">}}")?,
        None => text.strip_prefix("{{%")?.strip_suffix("%}}")?,
    };
    (!inside.contains("}}")).then(|| inside.trim())
}

fn unquoted(value: &str) -> &str {
    let bare = ['"', '`', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
    bare.unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_that_are_plain_become_components() {
        for (hugo, written) in [
            ("{{< note >}}\nA\n{{< /note >}}", "<Note>\nA\n</Note>"),
            ("{{% alert title=\"Mind it\" color=\"warning\" %}}", "<Callout type=\"warning\" title=\"Mind it\">"),
            ("{{< callout \"info\" >}}", "<Callout type=\"info\">"),
            ("{{% details \"More\" open %}}\n{{% /details %}}", "<Accordion title=\"More\">\n</Accordion>"),
            ("  {{< tab name=\"Go\" >}}", "  <Tab title=\"Go\">"),
            (
                "{{< card link=\"a\" title=\"A\" subtitle=\"The a\" >}}",
                "<Card title=\"A\" href=\"a\" description=\"The a\" />",
            ),
            ("{{< figure src=\"/a b.png\" alt=\"B\" caption=\"C\" >}}", "![B](/a%20b.png \"C\")"),
            ("{{< highlight go \"linenos=true\" >}}\n# x\n{{< /highlight >}}", "```go\n# x\n```"),
            ("{{< youtube x >}}\na {{< note >}} b", "{{< youtube x >}}\na {{< note >}} b"),
            ("a {{< tip text=\"Pod\" id=\"p\" >}} {{< x >}}", "a Pod {{< x >}}"),
            ("```\n{{< note >}}\n```", "```\n{{< note >}}\n```"),
        ] {
            assert_eq!(with_components(hugo), written, "{hugo}");
        }
    }

    #[test]
    fn references_and_words() {
        assert_eq!(reference("{{< relref \"m.md#one\" >}}"), Some("m.md#one"));
        assert_eq!(reference("{{% ref \"/docs/m\" lang=\"en\" %}}"), Some("/docs/m"));
        assert_eq!(reference("{{< param \"x\" >}}"), None);
        assert_eq!(
            without_shortcodes("Expose {{< glossary_tooltip text=\"Service\" term_id=\"s\" >}} here."),
            "Expose Service here."
        );
        assert_eq!(without_shortcodes("a {{< x >}}b {{< open"), "a b {{< open");
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_and_lines_stay(text in "(\\{\\{[<%] ?/?(note|tab|figure|highlight|card|x)( \"a\"| b=\"c\")? ?[>%]\\}\\}|\n|w| |```){0,30}") {
            let written = with_components(&text);
            proptest::prop_assert_eq!(written.matches('\n').count(), text.matches('\n').count());
            proptest::prop_assert_eq!(written.matches('w').count(), text.matches('w').count());
        }
    }
}
