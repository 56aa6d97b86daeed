//! The integration tests, one binary.

#[cfg(test)]
#[cfg(feature = "pdf")]
mod pdf;
