//! Figures out of a sheet or a file.
