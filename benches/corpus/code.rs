//! Blocks of code: twenty lines each, in the languages that such articles quote. No two blocks of a corpus are alike,
//! so that what a highlighter remembers of one is no help with the next; only the two languages of a page share theirs.

use super::Random;

const NAMES: [&str; 24] = [
    "weights",
    "ledger",
    "batch",
    "nonce",
    "layer",
    "proof",
    "token",
    "shard",
    "epoch",
    "stake",
    "cache",
    "header",
    "tensor",
    "gradient",
    "validator",
    "receipt",
    "window",
    "prompt",
    "signer",
    "quota",
    "bridge",
    "oracle",
    "relay",
    "digest",
];
const TYPES: [&str; 12] =
    ["Model", "Block", "Batch", "Proof", "Ledger", "Tensor", "Wallet", "Shard", "Header", "Prompt", "Layer", "Quote"];
const FUNCTIONS: [&str; 16] = [
    "load", "verify", "train", "commit", "merge", "sample", "encode", "decode", "settle", "reduce", "measure", "split",
    "replay", "publish", "compare", "collect",
];

/// Twenty lines each. `§a` to `§d` are names, `§T` and `§U` types, `§f` and `§g` functions, `¤` a digit.
const BLOCKS: [(&str, &str); 6] = [
    (
        "rust",
        r#"/// Keeps the §a of one §b.
#[derive(Clone, Debug)]
pub struct §T {
    §a: Vec<u64>,
    §b: HashMap<String, f32>,
}

impl §T {
    pub fn §f_§a(&mut self, §c: &[u64], limit: usize) -> Result<usize, §UError> {
        let mut §d = 0;
        for (index, value) in §c.iter().enumerate().take(limit) {
            if *value > ¤ && self.§b.contains_key("§d-¤") {
                self.§a.push(value.wrapping_mul(¤)); // §g the §a
                §d += index;
            }
        }
        let label = format!("{}:{}", "§c", §d);
        self.§b.insert(label, ¤.5);
        match §d { 0 => Err(§UError::Empty), n => Ok(n) }
    }
"#,
    ),
    (
        "python",
        r#"from dataclasses import dataclass, field
import math

@dataclass
class §T:
    """The §a of one §b, with its §c."""
    §a: list[int] = field(default_factory=list)
    §b: dict[str, float] = field(default_factory=dict)

    def §f_§c(self, §d: int = ¤, *, limit: int = ¤) -> float:
        # §g every §a before it counts
        total = 0.0
        for index, value in enumerate(self.§a[:limit]):
            if value % §d == 0 and "§b-¤" not in self.§b:
                total += math.sqrt(value) * ¤.25
            elif index > ¤ or value is None:
                raise ValueError(f"no §c at {index!r}")
        self.§b["§d"] = total
        return round(total / max(len(self.§a), 1), 3)

"#,
    ),
    (
        "javascript",
        r#"import { §f, §g } from "./§a.js";

const LIMIT_¤ = ¤;

/** Keeps the §a of one §b. */
export class §T extends §U {
  #§c = new Map();

  async §f§T(§d, { limit = LIMIT_¤, strict = false } = {}) {
    const §a = await fetch(`/api/§b/${§d}?limit=${limit}`);
    if (!§a.ok && strict) {
      throw new Error("no §a for " + §d); // §g again
    }
    for (const [key, value] of Object.entries(await §a.json())) {
      this.#§c.set(key, value ?? ¤);
    }
    return [...this.#§c.values()].filter((n) => n > ¤ && n !== null).length;
  }
}
"#,
    ),
    (
        "go",
        r#"package §a

import (
	"errors"
	"fmt"
)

// §T keeps the §b of one §c.
type §T struct {
	§a []uint64
	§b map[string]float64
}

func (t *§T) §f§U(§c []uint64, limit int) (int, error) {
	for i, v := range §c {
		if i >= limit || v > ¤ { return 0, errors.New("no §d at ¤") }
		t.§b[fmt.Sprintf("§d-%d", i)] += float64(v) * ¤.5
	}
	return len(t.§a) + ¤, nil
}
"#,
    ),
    (
        "toml",
        r##"# The §a of one §b.
[§a]
name = "§f-§b-¤"
limit = ¤
ratio = ¤.75
enabled = true
since = 2026-0¤-1¤
owners = ["§c", "§d"]

[§a.§b]
path = "data/§c/¤.csv"
retries = ¤
colour = "#a¤1b2c"

[[§c]]
id = "§d"
weight = ¤.5
labels = { kind = "§T", stage = "§g" }
note = 'the §a is kept'
size = 1_¤00
"##,
    ),
    (
        "bash",
        r##"#!/usr/bin/env bash
set -euo pipefail

§a="${1:-§b}"
limit=¤
readonly LOG="/var/log/§c-¤.log"

§f_§a() {
  local §d="$1" count=0
  while read -r line; do
    if [[ "$line" == *"§c"* && $count -lt $limit ]]; then
      echo "$§d: $line" >> "$LOG"  # §g it
      count=$((count + ¤))
    fi
  done < "$§d"
  printf '%s %d\n' "$§d" "$count"
}

find "$HOME/§b" -name '*.§c' -print0 | xargs -0 -n ¤ wc -l
§f_§a "$(§g --§b "$§a" | sort -u | head -n ¤)" || exit ¤
"##,
    ),
];

/// A block: its language and its text.
pub fn block(random: &mut Random, number: usize) -> (&'static str, String) {
    let (language, pattern) = BLOCKS[number % BLOCKS.len()];
    let names: Vec<String> = (0..4).map(|_| format!("{}_{}", random.pick(&NAMES), random.below(90) + 10)).collect();
    let types: Vec<String> = (0..2).map(|_| format!("{}{}", random.pick(&TYPES), random.pick(&TYPES))).collect();
    let functions = [random.pick(&FUNCTIONS), random.pick(&FUNCTIONS)];
    let mut text = String::with_capacity(pattern.len() * 2);
    let mut rest = pattern.chars();
    while let Some(c) = rest.next() {
        match c {
            '§' => match rest.next() {
                Some(mark @ 'a'..='d') => text.push_str(&names[mark as usize - 'a' as usize]),
                Some('T') => text.push_str(&types[0]),
                Some('U') => text.push_str(&types[1]),
                Some('f') => text.push_str(functions[0]),
                _ => text.push_str(functions[1]),
            },
            '¤' => text.push_str(&(random.below(8) + 1).to_string()),
            c => text.push(c),
        }
    }
    (language, text)
}
