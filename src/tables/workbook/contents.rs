//! What stands in a file, and why it is not read.

use super::super::limits::ImportFault;

/// The largest file that is read, in bytes.
pub const MOST_FILE_BYTES: usize = 20 << 20;

/// The tables of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// What stands in the sheets that can be seen, in their order; empty sheets are not among them.
    pub tables: Vec<WorkbookTable>,
    /// Hidden sheets, which are left out.
    pub hidden_sheets: usize,
    /// Sheets behind those of which so many are read at most.
    pub sheets_beyond: usize,
}

/// One table of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookTable {
    /// The name of its sheet.
    pub name: String,
    /// Which table of its sheet it is, counted from 1; 0 where it is the only one.
    pub part: usize,
    /// Its cells, separated by tabs; or why it is not read.
    pub text: Result<String, ImportFault>,
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkbookFault {
    /// It is protected by a password.
    Password,
    /// The form of before 2007, `.xls`.
    OldExcel,
    /// A spreadsheet of another kind: `.ods`, `.xlsb`, `.numbers`.
    OtherFormat,
    /// It breaks off, or is not what it says.
    Damaged,
    /// It unpacks to more than is read.
    TooLarge,
    /// No sheet that can be seen has anything in it.
    Empty,
}
