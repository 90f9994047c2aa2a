# shellcheck shell=sh
# What the person at the terminal reads.
# Uses minimum_version, release_host and go_minimum_version. Sets the three reasons.

# Each way that does not work leaves its reason here, for the error that ends it all.
reason_path=
reason_release=
reason_go=

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "Error: $*"
  exit 1
}

# show_log_end LOG: the last lines of a failed command's output.
show_log_end() {
  say "  The last lines of $1:"
  tail -n 15 "$1" | sed 's/^/    | /' >&2
  if grep -qi 'no space left on device' "$1"; then
    say "  A disk is full. Free some space, or point XDG_CACHE_HOME, GOCACHE and GOMODCACHE at a disk that has it."
  fi
}

fail_with_ways_out() {
  fail "there is no Pulumi engine on this machine, and none could be installed.
  Pulumi CLI on PATH: $reason_path
  Official release:   $reason_release
  Build with Go:      $reason_go
fix: any one of these, then run the same command again:
  1. Install the Pulumi CLI $minimum_version or newer, and put its folder on PATH: https://www.pulumi.com/docs/iac/download-install/
  2. Let this machine reach $release_host with curl (behind a proxy, set HTTPS_PROXY).
  3. Install Go $go_minimum_version or newer (https://go.dev/dl/), with a Go module proxy within reach (see 'go help goproxy')."
}
