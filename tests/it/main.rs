//! One test binary: the command line, the store on both engines, providers, properties.
