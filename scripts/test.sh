#!/usr/bin/env bash
# Everything that has to be right before a change lands: format, lints, tests, documentation, licences.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/setup.sh

install_packages $build_packages $window_packages $test_packages
install_rust

step() { say "$1"; shift; "$@"; }

# Crates come from the network once; what follows needs none.
step "fetching crates"  cargo fetch --locked --quiet
step "format"           cargo fmt --check
step "lints"            cargo clippy --locked --all-targets --quiet -- -D warnings
# The licence check is one of the tests: tests/it/licences.rs.
step "tests"            cargo test --locked --quiet
step "frames"           bash scripts/frames.sh
step "documentation"    env RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet
say "all green"
