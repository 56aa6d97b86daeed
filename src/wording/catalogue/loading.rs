//! Messages about reading files.
