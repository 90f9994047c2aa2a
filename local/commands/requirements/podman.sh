# shellcheck shell=sh
# Podman itself, and what it starts machines with.
# Sets podman_works; and podman_said, its warnings and errors when it was asked for something that costs next to nothing, but has it look
# for all its parts.

podman_works=no
podman_said=

check_podman() {
  if ! command -v podman >/dev/null; then
    if ! installs_packages; then
      missing "Podman" "none on PATH" "each instance is a container of Podman's that boots" "$(install_command podman uidmap passt dbus-user-session)"
    fi
    return
  fi
  if podman_said=$(podman ps --quiet 2>&1 >/dev/null); then podman_works=yes; fi
  if [ "$(id -u)" = 0 ] && needs_runc && ! will_have runc; then
    missing "runc" "control groups of version 1, and no runc on PATH" "runc, the one runtime of Podman's that works with these" "$(install_command runc)"
  elif [ "$podman_works" = no ]; then
    explain_failure
  fi
}

# An ordinary user's PATH often lacks the folders that it is in.
check_packet_filter() {
  if will_have nft; then return; fi
  for folder in usr/sbin sbin; do
    if [ -x "$root/$folder/nft" ]; then return; fi
  done
  missing "nft" "none on PATH, in /usr/sbin or in /sbin" "it keeps machines from the services of this computer" "$(install_command nftables)"
}

# What keeps an ordinary user from anything at all has a check of its own, which also tells what fixes it.
explain_failure() {
  case $podman_said in
  *newuidmap* | *newgidmap* | *subuid* | *subgid*) ;;
  *"OCI runtime"*"not found"* | *"no valid executable found for OCI runtime"*)
    missing "a runtime for containers" "$(last_words)" "crun, which Podman starts containers with" "$(install_command crun)"
    ;;
  *'"netavark"'*)
    missing "netavark" "$(last_words)" "Podman makes the machines' networks with it" "$(install_command netavark)"
    ;;
  *conmon*)
    missing "conmon" "$(last_words)" "Podman watches its containers with it" "$(install_command conmon)"
    ;;
  *) missing "a Podman that works" "$(last_words)" "'podman ps' lists this user's containers" "podman ps, and what Podman says of it" ;;
  esac
}

last_words() {
  printf '%s\n' "$podman_said" | sed -n '$ { s/^Error: //; p; }'
}
