# shellcheck shell=sh
# Way 2: what an earlier run installed; and the workshop in which a later way makes it.
# Uses pinned_version and running_job. Sets cache_folder, operating_system, architecture, workshop, lock and log.
#
# Programs are moved into the cache folder one by one, each by a rename within one file system, `pulumi` last. So the
# folder is complete as soon as it holds `pulumi`, an interrupted run leaves nothing that looks complete, and two runs
# that both publish replace like with like. The lock only saves the second one the work.

name_cache_folder() {
  case ${XDG_CACHE_HOME:-} in
    /*) cache_root=$XDG_CACHE_HOME/azure-web-tier ;;
    *)
      [ -n "${HOME:-}" ] || fail "HOME is not set, so there is no cache folder for the Pulumi CLI. Set HOME, or XDG_CACHE_HOME to a full path."
      cache_root=$HOME/.cache/azure-web-tier
      ;;
  esac
  # What is in it is run.
  if [ -h "$cache_root" ] || { [ -e "$cache_root" ] && [ ! -O "$cache_root" ]; }; then
    fail "the cache folder $cache_root is a link, or belongs to another user; fix: remove it, or set XDG_CACHE_HOME to the full path of a folder of your own"
  fi
  operating_system=$(uname -s | tr '[:upper:]' '[:lower:]')
  case $(uname -m) in
    x86_64 | amd64) architecture=amd64 ;;
    aarch64 | arm64) architecture=arm64 ;;
    *) architecture=$(uname -m) ;;
  esac
  cache_folder=$cache_root/pulumi-$pinned_version-$operating_system-$architecture
  lock=$cache_folder.lock
  log=$cache_folder.log
}

cache_is_complete() {
  [ -x "$cache_folder/pulumi" ] && [ -x "$cache_folder/pulumi-language-nodejs" ]
}

# Makes the workshop, on the cache's own file system so that a rename can publish, and takes the lock.
open_workshop() {
  workshop=
  trap close_workshop EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  if ! mkdir -p "$cache_root" || ! workshop=$(mktemp -d "$cache_root/.workshop.XXXXXX"); then
    fail "cannot write to the cache folder $cache_root; fix: make it writable, or set XDG_CACHE_HOME to the full path of a folder that is"
  fi
  # Only a run that was killed outright leaves its workshop behind, and no run lasts a day.
  find "$cache_root" -maxdepth 1 -name '.workshop.*' -mtime +0 -exec rm -rf {} +
  mkdir "$workshop/programs"
  take_lock
}

close_workshop() {
  if [ -n "$running_job" ]; then
    kill "$running_job" 2>/dev/null || true
    wait "$running_job" 2>/dev/null || true
  fi
  [ -z "$workshop" ] || rm -rf "$workshop"
  if [ "$(readlink "$lock")" = "$$" ]; then rm -f "$lock"; fi
  # Nothing came of it, and nothing was there before.
  rmdir "$cache_root" 2>/dev/null || true
}

# The lock is a symbolic link to the holder's process id: made in one step, name and content together.
take_lock() {
  announced_holder=
  start_waiting
  until ln -s "$$" "$lock" 2>/dev/null; do
    if cache_is_complete; then break; fi
    holder=$(readlink "$lock") || holder=
    if [ -n "$holder" ] && lock_is_abandoned; then
      rm -f "$lock"
      continue
    fi
    if [ "$holder" != "$announced_holder" ]; then
      say "Process $holder is installing the Pulumi CLI; waiting for it. If it is no longer at it, remove $lock"
      announced_holder=$holder
    fi
    show_alive "waiting for process $holder"
    sleep 1
  done
  end_waiting
}

# A holder renews its lock every second; the process id alone could have gone to another program since.
lock_is_abandoned() {
  ! kill -0 "$holder" 2>/dev/null || [ -n "$(find "$lock" -mmin +2 2>/dev/null)" ]
}

renew_lock() {
  touch -c -h "$lock"
}

publish_to_cache() {
  mkdir -p "$cache_folder"
  for program in "$workshop"/programs/*; do
    [ "${program##*/}" = pulumi ] || mv -f "$program" "$cache_folder/"
  done
  mv -f "$workshop/programs/pulumi" "$cache_folder/"
  rm -f "$log"
}
