//! Messages about expressions and types.
