//! From values to places on a scale, and the round values that are written beside it. Places are fractions from 0 to 1
//! in the direction of reading; lengths are in em, so that text keeps its size whatever the width of the window.

/// A scale between two values.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    low: f64,
    high: f64,
    log: bool,
}

/// A round value on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands, 0 to 1.
    pub at: f64,
    /// As a number is written in a file.
    pub written: String,
}

/// How many round values a scale has at most.
const MOST_TICKS: usize = 6;

impl Scale {
    /// A scale on which lengths are seen: it begins at nothing, or on a logarithmic scale a power of ten below the least.
    pub fn of_lengths(values: impl Iterator<Item = f64> + Clone, log: bool) -> Self {
        let (least, most) = ends(values.filter(|value| !log || *value > 0.0));
        if log {
            let below = power_below(least);
            return Self::new(if below < least { below } else { below / 10.0 }, most, true);
        }
        Self::new(least.min(0.0), most.max(0.0), false)
    }

    /// A scale on which places are seen: it ends at round values, and begins at nothing unless that would leave half
    /// of it empty.
    pub fn of_places(values: impl Iterator<Item = f64> + Clone, log: bool) -> Self {
        let (least, most) = ends(values.filter(|value| !log || *value > 0.0));
        if log {
            let above = power_below(most);
            return Self::new(power_below(least), if above < most { above * 10.0 } else { above }, true);
        }
        let (low, high) = match least {
            _ if least == most => (least.min(0.0), most.max(0.0)),
            _ if (0.0..most / 2.0).contains(&least) => (0.0, most),
            _ => (least, most),
        };
        let (step, exponent) = round_step((high - low) / 4.0);
        let step = f64::from(step) * power(exponent);
        Self::new((low / step).floor() * step, (high / step).ceil() * step, false)
    }

    fn new(low: f64, high: f64, log: bool) -> Self {
        // A scale without length could not place anything.
        let high = if high > low { high } else { low + low.abs().max(1.0) };
        Self { low, high, log }
    }

    /// Where a value stands.
    pub fn at(self, value: f64) -> f64 {
        let place = match self.log {
            true => (value.log10() - self.low.log10()) / (self.high.log10() - self.low.log10()),
            false => (value - self.low) / (self.high - self.low),
        };
        place.clamp(0.0, 1.0)
    }

    /// Where lengths begin: at nothing, if that is on the scale.
    pub fn zero(self) -> f64 {
        if self.log { 0.0 } else { self.at(0.0) }
    }

    /// Round values, as many as stay apart: `fits` judges them together.
    pub fn ticks(self, fits: impl Fn(&[Tick]) -> bool) -> Vec<Tick> {
        let mut last = Vec::new();
        for ticks in if self.log { self.powers() } else { self.rounds() } {
            if ticks.is_empty() {
                break;
            }
            if ticks.len() <= MOST_TICKS && fits(&ticks) {
                return ticks;
            }
            last = ticks;
        }
        last.truncate(1);
        last
    }

    /// The places of all powers of ten on a logarithmic scale: their lines show that it is one, named or not.
    pub fn powers_of_ten(self) -> Vec<f64> {
        let all = if self.log { self.powers() } else { Vec::new() };
        all.into_iter().next().unwrap_or_default().into_iter().map(|tick| tick.at).collect()
    }

    /// Every power of ten, every second, and so on.
    fn powers(self) -> Vec<Vec<Tick>> {
        let exponents = exponent_below(self.low * 1.000_001)..=exponent_below(self.high * 1.000_001);
        let tick = |exponent: i32| Tick { at: self.at(power(exponent)), written: written(1, exponent) };
        let on = |exponent: &i32| power(*exponent) >= self.low * 0.999_999;
        (1..=exponents.clone().count())
            .map(|step| exponents.clone().filter(on).step_by(step).map(tick).collect())
            .collect()
    }

    /// Multiples of a step, and of ever longer steps.
    fn rounds(self) -> Vec<Vec<Tick>> {
        let (mut step, mut exponent) = round_step((self.high - self.low) / 8.0);
        let mut all = Vec::new();
        for _ in 0..9 {
            let length = f64::from(step) * power(exponent);
            let first = (self.low / length - 1e-6).ceil() as i64;
            let last = (self.high / length + 1e-6).floor() as i64;
            let tick =
                |n: i64| Tick { at: self.at(n as f64 * length), written: written(n * i64::from(step), exponent) };
            all.push((first..=last).map(tick).collect());
            (step, exponent) = match step {
                1 => (2, exponent),
                2 => (5, exponent),
                _ => (1, exponent + 1),
            };
        }
        all
    }
}

/// The round years between two times, as many as stay apart; a time is a year and its fraction.
pub fn years(from: f64, to: f64, fits: impl Fn(&[Tick]) -> bool) -> Vec<Tick> {
    let (first, last) = (from.ceil() as i64, to.floor() as i64);
    for step in [1, 2, 5, 10, 20, 50, 100, 200, 500] {
        let years = (first..=last).filter(|year| year % step == 0);
        let tick = |year: i64| Tick { at: (year as f64 - from) / (to - from), written: year.to_string() };
        let ticks: Vec<_> = years.map(tick).collect();
        if ticks.len() <= MOST_TICKS && fits(&ticks) {
            return ticks;
        }
    }
    Vec::new()
}

fn ends(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let least = values.clone().fold(f64::INFINITY, f64::min);
    let most = values.fold(f64::NEG_INFINITY, f64::max);
    if least <= most { (least, most) } else { (1.0, 1.0) }
}

/// 1, 2 or 5 times a power of ten: the least that is no less than `length`.
fn round_step(length: f64) -> (u8, i32) {
    let exponent = exponent_below(length.max(1e-60));
    let steps = [(1, exponent), (2, exponent), (5, exponent)];
    let long = |(step, exponent): &(u8, i32)| f64::from(*step) * power(*exponent) >= length * 0.999_999;
    steps.into_iter().find(long).unwrap_or((1, exponent + 1))
}

fn exponent_below(value: f64) -> i32 {
    value.log10().floor() as i32
}

fn power_below(value: f64) -> f64 {
    power(exponent_below(value * 1.000_001))
}

fn power(exponent: i32) -> f64 {
    10_f64.powi(exponent)
}

/// `digits` times a power of ten, digit by digit: a sum of binary fractions would show their tails.
fn written(digits: i64, exponent: i32) -> String {
    let zeros = exponent.unsigned_abs() as usize;
    if digits == 0 {
        return "0".to_owned();
    }
    if exponent >= 0 {
        return format!("{digits}{}", "0".repeat(zeros));
    }
    let sign = if digits < 0 { "-" } else { "" };
    let padded = format!("{:0>width$}", digits.unsigned_abs(), width = zeros + 1);
    let (whole, part) = padded.split_at(padded.len() - zeros);
    let part = part.trim_end_matches('0');
    format!("{sign}{whole}{}{part}", if part.is_empty() { "" } else { "." })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(scale: Scale, most: usize) -> Vec<String> {
        scale.ticks(|ticks| ticks.len() <= most).into_iter().map(|tick| tick.written).collect()
    }

    #[test]
    fn lengths_begin_at_nothing() {
        let scale = Scale::of_lengths([8.86, 0.8].into_iter(), false);
        assert_eq!((scale.at(0.0), scale.at(4.43), scale.at(8.86), scale.zero()), (0.0, 0.5, 1.0, 0.0));
        assert_eq!(all(scale, 6), ["0", "2", "4", "6", "8"]);
        assert_eq!(all(scale, 2), ["0", "5"]);
        let scale = Scale::of_lengths([-5.0, 15.0].into_iter(), false);
        assert_eq!((scale.zero(), scale.at(15.0)), (0.25, 1.0));
        assert_eq!(all(scale, 6), ["-5", "0", "5", "10", "15"]);
    }

    #[test]
    fn powers_of_ten_on_a_logarithmic_scale() {
        let scale = Scale::of_places([0.0026, 950.0].into_iter(), true);
        assert_eq!(all(scale, 9), ["0.001", "0.1", "10", "1000"]);
        assert!((scale.at(1.0) - 0.5).abs() < 1e-9);
        let scale = Scale::of_lengths([1.0, 100.0].into_iter(), true);
        assert_eq!(all(scale, 9), ["0.1", "1", "10", "100"]);
        assert!((scale.at(1.0) - 1.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn places_end_at_round_values() {
        assert_eq!(all(Scale::of_places([4.0, 34.0].into_iter(), false), 6), ["0", "10", "20", "30", "40"]);
        assert_eq!(all(Scale::of_places([90.0, 98.0].into_iter(), false), 6), ["90", "92", "94", "96", "98"]);
        assert_eq!(all(Scale::of_places([7.0].into_iter(), false), 6), ["0", "2", "4", "6", "8"]);
        assert_eq!(all(Scale::of_places([-3.0].into_iter(), false), 6), ["-3", "-2", "-1", "0"]);
        assert_eq!(all(Scale::of_places([0.0].into_iter(), false), 6).first().map(String::as_str), Some("0"));
        assert_eq!(all(Scale::of_places([0.012, 0.034].into_iter(), false), 6), ["0", "0.01", "0.02", "0.03", "0.04"]);
    }

    #[test]
    fn years_are_thinned() {
        let ticks = years(2017.5, 2026.6, |ticks| ticks.len() <= 5);
        assert_eq!(
            ticks.iter().map(|tick| tick.written.as_str()).collect::<Vec<_>>(),
            ["2018", "2020", "2022", "2024", "2026"]
        );
        assert!(years(2024.1, 2024.9, |_| true).is_empty());
    }

    #[test]
    fn numbers_are_written_without_tails() {
        assert_eq!(written(3, -1), "0.3");
        assert_eq!(written(-25, -2), "-0.25");
        assert_eq!(written(20, -1), "2");
        assert_eq!(written(5, 3), "5000");
    }
}
