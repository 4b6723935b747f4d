//! The program: reads its arguments, then does one job without a window or opens the window.

use clap::Parser;
use std::process::ExitCode;
use tansiq::cli::{self, Arguments};

/// Every frame takes memory thousands of times: a key in long notes costs a quarter less than with the system's own.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("warn")).init();
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        Some(command) => cli::run(command, arguments.data, arguments.language),
        None => tansiq::app::window::open(arguments.data, arguments.language.map(Into::into)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::complain(&error, arguments.language),
    }
}
