//! The commands, a file for each part of the document that they change.
