#!/usr/bin/env bash
# Sets up what is missing, builds, and opens Tansiq on a sample store. Without a display it does the same job in words.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/setup.sh

has_display() { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }

install_packages $build_packages $(has_display && echo "$window_packages")
install_rust

say "building (some minutes the first time, seconds after that)"
# The development profile, whose dependencies are optimised: the tests share what it compiles.
cargo build --locked --quiet
target=${CARGO_TARGET_DIR:-target}
tansiq=$target/debug/tansiq
sample=$target/sample-store

if [ ! -f "$sample/tansiq.db" ]; then
  say "making a sample store in $sample"
  "$tansiq" demo --data "$sample"
fi

if has_display; then
  exec "$tansiq" --data "$sample" "$@"
fi

say "no display here: the same job without a window"
out=$target/sample-minutes.pdf
say "searching the sample for «جمعية»"
"$tansiq" search --data "$sample" "جمعية" --json
"$tansiq" export minutes --data "$sample" --meeting last --format pdf --out "$out"
say "sample store: $sample"
say "minutes:      $out"
