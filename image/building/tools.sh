# shellcheck shell=sh
# The programs that a build needs on this computer. Sets limits, and with find_tools the runtime that works here.

is_debian_12() {
  [ -r /etc/os-release ] && (
    # shellcheck source=/dev/null
    . /etc/os-release
    [ "$ID" = debian ] && [ "${VERSION_ID:-}" = 12 ]
  )
}

# need PACKAGE COMMAND: installs the package where root may, unless the command is there. False where it is missing still.
need() {
  if command -v "$2" >/dev/null; then return 0; fi
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then return 1; fi
  say "Installing $1."
  quietly apt-get update && quietly env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$1"
}

# crun refuses a host that has cgroup version 1 as well; runc takes every host.
name_runtime() {
  if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
    runtime=
  else
    need runc runc || fail "this computer uses cgroup version 1, where Podman works with runc alone. Install runc."
    runtime=runc
  fi
}

find_tools() {
  need podman podman || fail "Podman is missing. Install it: https://podman.io/docs/installation (Debian: apt-get install podman)."
  name_runtime
  # From here on every call takes that runtime. Without 9>&- a machine's own watcher would hold the build's lock as long as it runs.
  podman() {
    command podman ${runtime:+--runtime "$runtime"} "$@" 9>&-
  }
}

# Versions of the image that another one has replaced, once no machine runs from them. The build of another checkout has a candidate
# without a name for some seconds, which is none of these.
remove_unused() {
  podman image prune --force --filter label=web-tier.content --filter until=5m >/dev/null 2>&1 || true
}

# Where raising a limit is not allowed, Podman's own choice of limits fails; these are low enough for every host.
limits="--ulimit nofile=4096:4096 --ulimit nproc=4096:4096"
