//! Rows of the document.

use crate::desk::Command;
use crate::model::{EditFault, Model, adding};

/// Adds a row at the end: one that goes on from those before it where that can be told.
#[derive(Clone, Debug)]
pub struct AddRow<'a> {
    /// Path of the rows.
    pub rows: &'a str,
}

impl Command for AddRow<'_> {
    fn name(&self) -> &'static str {
        "add_row"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        adding(model, self.rows).applied(model)
    }
}
