//! Deflate with a preset vocabulary, followed by the CRC-32 of the text, 4 bytes, high byte
//! first.
//!
//! Not zlib's Adler-32: two sums over so short a text let one wrong character through, which made the
//! stream refer to another place of its own text (found by `tests/link.rs`).

use super::vocabulary::VOCABULARY;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress, create_comp_flags_from_zip_params};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// Bytes of the largest text that is unpacked.
const MOST: usize = 256 * 1024;
/// The slowest and smallest compression, without zlib's header.
const FLAGS: u32 = create_comp_flags_from_zip_params(10, -15, 0);
/// Bytes of the checksum.
const SUM: usize = 4;

/// Why bytes do not unpack.
pub(super) enum Unpacking {
    /// To more than a document can be.
    TooLarge,
    /// They are not what was packed.
    Damaged,
}

/// The text in fewer bytes.
pub(super) fn packed(text: &[u8]) -> Vec<u8> {
    let mut compressor = Box::new(CompressorOxide::new(FLAGS));
    // What comes of the vocabulary is thrown away; the compressor keeps it in its window.
    let _ = run(&mut compressor, VOCABULARY.as_bytes(), TDEFLFlush::Sync);
    let mut bytes = run(&mut compressor, text, TDEFLFlush::Finish);
    bytes.extend(checksum(text));
    bytes
}

fn run(compressor: &mut CompressorOxide, input: &[u8], flush: TDEFLFlush) -> Vec<u8> {
    // More than deflate ever adds, so one call takes all the input.
    let mut bytes = vec![0; input.len() + input.len() / 8 + 1024];
    let (_, _, written) = compress(compressor, input, &mut bytes, flush);
    bytes.truncate(written);
    bytes
}

/// The text that was packed.
pub(super) fn unpacked(packed: &[u8]) -> Result<Vec<u8>, Unpacking> {
    let (stream, sum) = packed.split_last_chunk::<SUM>().ok_or(Unpacking::Damaged)?;
    let known = VOCABULARY.len();
    let mut bytes = VOCABULARY.as_bytes().to_vec();
    bytes.resize(known + MOST, 0);
    let mut decompressor = Box::new(DecompressorOxide::new());
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, taken, written) = decompress(&mut decompressor, stream, &mut bytes, known, flags);
    match status {
        TINFLStatus::Done if taken == stream.len() => {}
        TINFLStatus::HasMoreOutput => return Err(Unpacking::TooLarge),
        _ => return Err(Unpacking::Damaged),
    }
    let text: Vec<u8> = bytes.drain(known..).take(written).collect();
    if checksum(&text) == *sum { Ok(text) } else { Err(Unpacking::Damaged) }
}

/// High byte first.
fn checksum(text: &[u8]) -> [u8; SUM] {
    super::checksum::checksum(text).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &[u8]) -> usize {
        let packed = packed(text);
        assert_eq!(unpacked(&packed).ok().as_deref(), Some(text));
        packed.len()
    }

    #[test]
    fn every_length_comes_back() {
        check(b"");
        check(&VOCABULARY.as_bytes()[..2000]);
        // A generator of noise that no compression shortens.
        let noise = |length: usize| -> Vec<u8> {
            let mut state = 1_u64;
            let next = |_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (state >> 56) as u8
            };
            (0..length).map(next).collect()
        };
        for length in [1, 100, 5000, 40_000, 200_000] {
            assert!(check(&noise(length)) < length + length / 100 + 20);
        }
    }

    #[test]
    fn the_checksum_is_that_of_gzip() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926_u32.to_be_bytes());
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let bomb = packed(&vec![0; 64 * MOST]);
        assert!(bomb.len() < 20_000);
        assert!(matches!(unpacked(&bomb), Err(Unpacking::TooLarge)));
        check(&vec![0; MOST - 1]);
    }
}
