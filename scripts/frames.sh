#!/usr/bin/env bash
# Guards what a frame costs: counts the instructions of idle frames, of keys and of scrolling, and holds them against
# benches/frames.txt. Instructions are the same on a busy machine as on a quiet one; another compiler makes others, so
# that only the one that made the baseline is held to it. `bash scripts/frames.sh update` writes a new baseline.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/setup.sh

install_packages $build_packages $test_packages
install_rust

# More than this and the change has to be explained, in percent.
tolerance=5
frames=20
baseline=benches/frames.txt
compiler=$(rustc --version)
target=${CARGO_TARGET_DIR:-target}

cargo build --locked --quiet --bin tansiq --example frames
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$target/debug/tansiq" generate --data "$work/store" --meetings 300 --seed 1 >/dev/null

# instructions MODE: of one frame.
instructions() {
  cp -r "$work/store" "$work/$1"
  local counted
  counted=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null --collect-atstart=no \
    --toggle-collect=frames::measured "$target/debug/examples/frames" "$work/$1" "$1" "$frames" 2>&1) || fail "$counted"
  counted=$(sed -n 's/.*Collected : //p' <<<"$counted")
  [ "${counted:-0}" -gt 0 ] || fail "no instructions were counted for $1"
  echo $((counted / frames))
}

made_by=$(sed -n 's/^# //p' "$baseline" 2>/dev/null || true)
printf '# %s\n' "$compiler" >"$work/new.txt"
failed=0
for mode in idle type scroll; do
  now=$(instructions "$mode")
  echo "$mode $now" >>"$work/new.txt"
  before=$(sed -n "s/^$mode //p" "$baseline" 2>/dev/null || true)
  if [ "$made_by" != "$compiler" ] || [ -z "$before" ]; then
    say "$mode: $now instructions a frame (no baseline by this compiler)"
    continue
  fi
  permille=$(((now - before) * 1000 / before))
  say "$mode: $now instructions a frame, $before before ($permille per mille more)"
  [ "$permille" -le $((tolerance * 10)) ] || failed=1
done
if [ "${1:-}" = update ]; then
  cp "$work/new.txt" "$baseline"
  exit 0
fi
[ "$failed" = 0 ] || fail "frames cost more than $baseline allows; if that has to be: bash scripts/frames.sh update"
