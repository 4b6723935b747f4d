//! Text_reference.
