//! Changes of inputs, always the same for one seed: bytes and stretches taken out, doubled, exchanged, put in from other
//! inputs, and tokens of the format among them.

/// No input is longer.
const LONGEST: usize = 20_000;

/// Inputs, the seeds first.
pub struct Mutations<'a> {
    seeds: Vec<Vec<u8>>,
    tokens: &'a [&'a str],
    state: u64,
    given: usize,
}

impl<'a> Mutations<'a> {
    /// Of some inputs and what they are made of.
    pub fn new(seeds: Vec<Vec<u8>>, tokens: &'a [&'a str], seed: u64) -> Self {
        Self { seeds, tokens, state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1, given: 0 }
    }

    /// How many inputs come as they are.
    pub fn seeds(&self) -> u64 {
        self.seeds.len() as u64
    }

    /// The next input.
    pub fn next(&mut self) -> Vec<u8> {
        self.given += 1;
        if let Some(seed) = self.seeds.get(self.given - 1) {
            return seed.clone();
        }
        let mut input = match self.below(8) {
            0 => Vec::new(),
            _ => self.seed(),
        };
        for _ in 0..=self.below(12) {
            self.change(&mut input);
        }
        input.truncate(LONGEST);
        input
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        let (from, to) = self.stretch(input.len());
        match self.below(9) {
            0 => drop(input.drain(from..to)),
            1 => {
                let stretch = input[from..to].to_vec();
                let times = if self.below(10) == 0 { 60 } else { 1 };
                drop(input.splice(to..to, stretch.repeat(times)));
            }
            2 => {
                let other = self.seed();
                let (start, end) = self.stretch(other.len());
                drop(input.splice(from..to, other[start..end].iter().copied()));
            }
            3 if from < input.len() => input[from] ^= 1 << self.below(8),
            4 => {
                let at = self.below(input.len() + 1);
                let byte = u8::try_from(self.below(256)).unwrap_or_default();
                input.insert(at, byte);
            }
            5 => {
                let token = self.token();
                let times = if self.below(6) == 0 { 200 } else { 3 };
                drop(input.splice(from..from, token.repeat(times)));
            }
            _ => {
                let token = self.token();
                drop(input.splice(from..from, token));
            }
        }
        input.truncate(LONGEST);
    }

    fn token(&mut self) -> Vec<u8> {
        self.tokens[self.below(self.tokens.len())].as_bytes().to_vec()
    }

    fn seed(&mut self) -> Vec<u8> {
        let n = self.below(self.seeds.len());
        self.seeds[n].clone()
    }

    /// A stretch of so many bytes, mostly a short one.
    fn stretch(&mut self, length: usize) -> (usize, usize) {
        let from = self.below(length + 1);
        let longest = if self.below(4) == 0 { length - from } else { (length - from).min(16) };
        (from, from + self.below(longest + 1))
    }

    fn below(&mut self, end: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state % end.max(1) as u64) as usize
    }
}
