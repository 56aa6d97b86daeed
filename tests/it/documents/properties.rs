//! Properties of composing and exporting.
