# shellcheck shell=sh
# What Podman needs to boot machines for a user who is not root.
# Uses root, podman_works and podman_said.

check_ordinary_user() {
  user=$(id -un)
  user_id=$(id -u)
  if needs_runc; then
    missing "control groups of version 2" "version 1" "version 2, where a user's machines get processors and memory of their own" \
      "boot with the kernel parameter systemd.unified_cgroup_hierarchy=1, or run the command as root"
  fi
  check_mapping_programs
  check_subordinate_ids
  check_session
  check_controllers
  check_network_program
}

check_mapping_programs() {
  if command -v newuidmap >/dev/null && command -v newgidmap >/dev/null; then return; fi
  missing "newuidmap and newgidmap" "not both on PATH" "Podman gives each machine its own users and groups with them" "$(install_command uidmap)"
}

# A machine has users 0 to 65535, and its root is the user here.
needed_ids=65536

check_subordinate_ids() {
  # Other sources than the two files answer to Podman alone.
  if grep -qs '^subid:' "$root/etc/nsswitch.conf"; then return; fi
  found='' options='' range=$(free_range)
  count_ids subuid uids || options="--add-subuids $range"
  count_ids subgid gids || options="$options${options:+ }--add-subgids $range"
  if [ -z "$options" ]; then return; fi
  missing "subordinate ids" "$found" "$needed_ids of each, for the users and groups of a machine" \
    "${as_root}usermod $options $user" "podman system migrate"
}

# count_ids FILE KIND: false where the user has too few; `found` then has the number.
count_ids() {
  number=$(awk -F : -v name="$user" -v id="$user_id" '$1 == name || $1 == id { sum += $3 } END { print sum + 0 }' "$root/etc/$1" 2>/dev/null) || number=0
  if [ "$number" -ge $((needed_ids - 1)) ]; then return 0; fi
  found="$found${found:+, }$number $2 for $user in /etc/$1"
  return 1
}

# The first range above all that are given away.
free_range() {
  cat "$root/etc/subuid" "$root/etc/subgid" 2>/dev/null | awk -F : -v first=100000 -v needed="$needed_ids" '
    $2 + $3 > first { first = $2 + $3 }
    END { printf "%d-%d\n", first, first + needed - 1 }'
}

# Podman has systemd make the control groups of a machine. Without a session it makes them itself, and the machine's own systemd may not
# touch those: "Failed to create /init.scope control group: Permission denied".
check_session() {
  run=$root/run/user/$user_id
  bus=/run/user/$user_id/bus
  case $podman_said in
  *"Falling back to --cgroup-manager=cgroupfs"*) ;;
  *) if command -v podman >/dev/null || [ -e "$root$bus" ]; then return; fi ;;
  esac
  needed="the user's own systemd, at $bus, which keeps the machines' control groups"
  if [ ! -d "$root/run/systemd/system" ]; then
    missing "a session of systemd's" "a computer that systemd does not run" "$needed" "boot with systemd, or run the command as root"
  elif [ ! -d "$run" ]; then
    missing "a session of systemd's" "$user has none, as a service or a CI runner has none" "$needed" \
      "${as_root}loginctl enable-linger $user" "export XDG_RUNTIME_DIR=/run/user/$user_id" "export DBUS_SESSION_BUS_ADDRESS=unix:path=$bus"
  elif [ ! -e "$root$bus" ]; then
    missing "a session of systemd's" "no bus at $bus" "$needed" "$(install_command dbus-user-session), then log out and in again"
  else
    missing "the way to the session of systemd's" "DBUS_SESSION_BUS_ADDRESS is ${DBUS_SESSION_BUS_ADDRESS:-not set}" "$needed" \
      "export XDG_RUNTIME_DIR=/run/user/$user_id" "export DBUS_SESSION_BUS_ADDRESS=unix:path=$bus"
  fi
}

# Podman limits a machine's processors, memory and processes. Its disks are measured where "io" is there, and are not where it is not.
needed_controllers="cpu memory pids"

check_controllers() {
  delegated=$root/sys/fs/cgroup/user.slice/user-$user_id.slice/user@$user_id.service/cgroup.controllers
  # Not there without a session; that is a check of its own.
  if [ ! -r "$delegated" ]; then return; fi
  controllers=$(cat "$delegated")
  for controller in $needed_controllers; do
    case " $controllers " in
    *" $controller "*) ;;
    *)
      missing "control of processors, memory and processes" "systemd lets $user control ${controllers:-nothing}" "$needed_controllers" \
        "${as_root}mkdir -p /etc/systemd/system/user@.service.d" \
        "printf '[Service]\\nDelegate=cpu cpuset io memory pids\\n' | ${as_root}tee /etc/systemd/system/user@.service.d/delegate.conf" \
        "${as_root}systemctl daemon-reload, then log out and in again"
      return
      ;;
    esac
  done
}

# Which one Podman takes is asked of Podman only where one is missing: the answer takes a third of a second.
check_network_program() {
  if has_network_program pasta && has_network_program slirp4netns; then return; fi
  if [ "$podman_works" = no ]; then return; fi
  taken=$(podman info 2>/dev/null | awk '$1 == "rootlessNetworkCmd:" { print $2 }')
  # Before Podman 5 it was always slirp4netns, and not told.
  case ${taken:-slirp4netns} in
  pasta) package=passt ;;
  *) package=slirp4netns ;;
  esac
  if has_network_program "${taken:-slirp4netns}"; then return; fi
  missing "${taken:-slirp4netns}" "none on PATH" "Podman connects a user's networks with this computer by it" "$(install_command "$package")"
}

# Beside PATH, the folders that Podman looks into.
has_network_program() {
  command -v "$1" >/dev/null && return
  for folder in usr/local/libexec usr/local/lib usr/libexec usr/lib; do
    if [ -x "$root/$folder/podman/$1" ]; then return 0; fi
  done
  return 1
}
