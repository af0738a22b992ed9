//! The checksum of links and of stored records.

/// What four bits do to the sum: a table of 16, for texts are short and the page is to be small.
const STEPS: [u32; 16] = {
    let mut steps = [0; 16];
    let mut at = 0;
    while at < 16 {
        let mut sum = at as u32;
        let mut bit = 0;
        while bit < 4 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
            bit += 1;
        }
        #[allow(
            clippy::indexing_slicing,
            reason = "worked out when it is compiled: beyond the end it would not be"
        )]
        {
            steps[at] = sum;
        }
        at += 1;
    }
    steps
};

/// CRC-32 as in gzip (RFC 1952, 8).
pub(super) fn checksum(text: &[u8]) -> u32 {
    let step = |sum: u32| sum >> 4 ^ STEPS.get(sum as usize & 15).copied().unwrap_or_default();
    !text.iter().fold(u32::MAX, |sum, byte| step(step(sum ^ u32::from(*byte))))
}
