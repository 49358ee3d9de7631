//! Numbers in few bytes each (LEB128): a page has a thousand places of words, and those of all pages wait in memory, or for
//! the next build. The published index has no such numbers.

/// Bits of a number in a byte, the lowest first; the highest bit of a byte says whether another follows.
const BITS: u32 = 7;
const MORE: u8 = 1 << BITS;

/// Appends a number.
pub fn put(bytes: &mut Vec<u8>, number: u32) {
    let mut rest = number;
    while rest >= u32::from(MORE) {
        bytes.push(rest as u8 | MORE);
        rest >>= BITS;
    }
    bytes.push(rest as u8);
}

/// Reads numbers in the order in which they were put; ends where the bytes end, or hold no number.
pub struct VarintReader<'a>(pub std::slice::Iter<'a, u8>);

impl Iterator for VarintReader<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0_u32, 0);
        loop {
            let byte = *self.0.next()?;
            number |= u32::from(byte & !MORE).checked_shl(shift)?;
            shift += BITS;
            if byte < MORE {
                return Some(number);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, u32::MAX];
        let mut bytes = Vec::new();
        numbers.iter().for_each(|number| put(&mut bytes, *number));
        assert_eq!(VarintReader(bytes.iter()).collect::<Vec<_>>(), numbers);
        assert_eq!(bytes.len(), 1 + 1 + 1 + 2 + 2 + 3 + 5);
        assert_eq!(VarintReader([0x80; 9].iter()).next(), None, "bytes of nothing");
    }
}
