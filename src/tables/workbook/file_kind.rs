//! What a file is, by its bytes: names lie.

use super::super::encoding::decode;
use super::contents::WorkbookFault;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Text: a CSV, or what was copied from a spreadsheet.
    Text,
    /// A packed file, as `.xlsx` is one.
    Packed,
    /// Text that is a page of HTML or XML, whatever its name says.
    Markup,
    /// Nothing that can be read.
    Unreadable(WorkbookFault),
}

/// The first bytes of packed files, and of Microsoft's container of files.
const PACKED: &[u8] = b"PK\x03\x04";
const CONTAINER: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// The entry of the container that an encrypted workbook lies in.
const ENCRYPTED: &str = "EncryptedPackage";
/// So many bytes tell whether a text is a page.
const LOOK: usize = 64 * 1024;

/// What a file is.
///
/// ```
/// use obkatka::tables::{FileKind, file_kind};
/// assert_eq!(file_kind("Месяц;Лиды".as_bytes()), FileKind::Text);
/// assert_eq!(file_kind(b"<html><body><table><tr><td>1"), FileKind::Markup);
/// ```
#[must_use]
pub fn file_kind(bytes: &[u8]) -> FileKind {
    if bytes.starts_with(PACKED) {
        return FileKind::Packed;
    }
    if bytes.starts_with(CONTAINER) {
        let mark: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(mark.len()).any(|window| window == mark);
        let fault = if is_encrypted { WorkbookFault::Password } else { WorkbookFault::OldExcel };
        return FileKind::Unreadable(fault);
    }
    let head = decode(bytes.get(..LOOK).unwrap_or(bytes)).to_ascii_lowercase();
    let head = head.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
    match () {
        () if head.starts_with("mime-version:") => FileKind::Unreadable(WorkbookFault::OtherFormat),
        () if head.starts_with('<') && head.contains("<table") => FileKind::Markup,
        () if head.starts_with('<') && head.contains(":spreadsheet") => FileKind::Markup,
        () => FileKind::Text,
    }
}
