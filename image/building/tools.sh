# shellcheck shell=sh
# The programs that a build needs on this computer. Sets limits, and with find_tools the runtime that works here.

# True where packages that are missing get installed when something needs them.
installs_packages() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null
}

# will_have COMMAND: true where it is there, or gets installed when something needs it.
will_have() {
  command -v "$1" >/dev/null || installs_packages
}

# need PACKAGE COMMAND: installs the package where root may, unless the command is there. False where it is missing still.
need() {
  command -v "$2" >/dev/null || install_package "$1"
}

install_package() {
  installs_packages || return 1
  say "Installing $1."
  quietly apt-get update && quietly env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$1"
}

# crun refuses a host that has cgroup version 1 as well; runc takes every host. Where another file system is looked at, root is its folder.
needs_runc() {
  [ ! -e "${root:-}/sys/fs/cgroup/cgroup.controllers" ]
}

name_runtime() {
  if needs_runc; then
    need runc runc || fail "this computer uses cgroup version 1, where Podman works with runc alone. Install runc."
    runtime=runc
  else
    runtime=
  fi
}

find_tools() {
  need podman podman || fail "Podman is missing. Install it: https://podman.io/docs/installation (Debian: apt-get install podman)."
  name_runtime
  # An ordinary user's PATH often lacks the folder that nft is in.
  [ -x /usr/sbin/nft ] || need nftables nft || fail "nft is missing, which keeps machines from the services of this computer. Install it: the package nftables."
  # From here on every call takes that runtime. Without 9>&- a machine's own watcher would hold the build's lock as long as it runs.
  podman() {
    command podman ${runtime:+--runtime "$runtime"} "$@" 9>&-
  }
}

# open_lock NAME: opens the file by which builds of one user's lock each other out, whichever checkout they are of, as file descriptor 9. Whoever
# can open a file can hold its lock, and whoever can put a link in its place can have another file emptied: so it is in a folder of the
# user's own, into which nobody else can look.
open_lock() {
  [ -n "${XDG_CACHE_HOME:-}${HOME:-}" ] || fail "HOME is not set, so there is no folder for locks; fix: set HOME, or XDG_CACHE_HOME to a full path."
  caches=${XDG_CACHE_HOME:-$HOME/.cache}/azure-web-tier
  for folder in "$caches" "$caches/locks"; do
    (umask 077 && mkdir -p "$folder") || fail "$folder cannot be made."
    if [ -h "$folder" ] || [ ! -O "$folder" ]; then
      fail "$folder is a link, or belongs to another user, who could stop every build; fix: remove it"
    fi
  done
  chmod 700 "$caches/locks"
  exec 9>"$caches/locks/$1"
}

# Versions of the image that another one has replaced, once no machine runs from them. The build of another checkout has a candidate
# without a name for some seconds, which is none of these.
remove_unused() {
  podman image prune --force --filter label=web-tier.content --filter until=5m >/dev/null 2>&1 || true
}

# remove_older REPOSITORY: leaves the five images that were made last of those that are named by their content, as checkouts may take turns.
remove_older() {
  podman images --sort created --format '{{.Repository}}:{{.Tag}}' --filter "reference=$1" | grep -E ':[0-9a-f]{16}$' | tail -n +6 |
    while read -r older; do podman rmi "$older" >/dev/null 2>&1 || true; done
}

# Where raising a limit is not allowed, Podman's own choice of limits fails; these are low enough for every host.
limits="--ulimit nofile=4096:4096 --ulimit nproc=4096:4096"
