//! The process: everything else is in the library.

fn main() {}
