# Sourced by run.sh and test.sh: installs what is missing on Debian or Ubuntu, and says in one line what it can't.
# Everything here is quick when nothing is missing.

say() { printf '%s\n' "tansiq: $*"; }
fail() { say "$*" >&2; exit 1; }

# As root directly, else through sudo; nothing at all when there is neither.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else return 127; fi
}

# install_packages NAME…: those that dpkg does not know yet.
install_packages() {
  command -v dpkg-query >/dev/null 2>&1 || { say "no Debian package manager here; please install the equivalents of: $*"; return 0; }
  local missing=()
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return 0
  say "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -qq >/dev/null 2>&1 || say "the package lists could not be refreshed; trying with those on this machine"
  as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "could not install: ${missing[*]} (needs root or sudo, and the network)"
}

# A Rust of at least the version Cargo.toml asks for, by rustup where there is none.
install_rust() {
  local wanted
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"
  if command -v cargo >/dev/null 2>&1; then
    local have
    have=$(rustc --version | cut -d' ' -f2)
    [ "$(printf '%s\n%s\n' "$wanted" "$have" | sort -V | head -n 1)" = "$wanted" ] && return 0
    command -v rustup >/dev/null 2>&1 || fail "Rust $have is too old: version $wanted or newer is needed"
    say "installing Rust $wanted"
    rustup toolchain install "$wanted" --profile minimal --component clippy --component rustfmt >/dev/null 2>&1 ||
      fail "could not install Rust $wanted (needs the network)"
    export RUSTUP_TOOLCHAIN=$wanted
    return 0
  fi
  say "installing Rust $wanted"
  curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs |
    sh -s -- -y --profile minimal --component clippy --component rustfmt --default-toolchain "$wanted" >/dev/null 2>&1 ||
    fail "could not install Rust by rustup (needs curl and the network)"
  . "$HOME/.cargo/env"
}

build_packages="ca-certificates gcc libc6-dev"
# Loaded at run time by the window system's crates; a missing one is a crash at the start.
window_packages="libx11-6 libx11-xcb1 libxcb1 libxcursor1 libxi6 libxrender1 libxkbcommon0 libxkbcommon-x11-0 libgl1 libegl1 libfontconfig1 libdbus-1-3"
# A bus to be asked about light and dark, a software GPU for the interface's tests, a PDF reader, Unicode's own conformance data for the text's, an instruction counter.
test_packages="dbus-daemon mesa-vulkan-drivers poppler-utils unicode-data valgrind"
