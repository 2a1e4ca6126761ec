//! The process: its surroundings go in, an exit code comes out.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    msgctl::cli::main(std::env::args_os(), msgctl::cli::host::Host::from_process())
}
