# shellcheck shell=sh
# A region's daemon as launchers see it. Uses folder. Sets pid with find_daemon.

# In seconds. On a busy computer a daemon that lives may take a while.
patience=20

# The daemon holds the lock for as long as it lives; a launcher that looks whether it is held has it for a moment.
is_gone_within() {
  flock --timeout "$1" "$folder/lock" true
}

# The process of this user's that runs this folder's program: a number out of a file may have gone to another program since. Who is in a network of
# their own may see the command line of a process outside, but not its open files.
find_daemon() {
  pid=0
  for command_line in $(grep -lszxF -- "$folder/daemon.js" /proc/[0-9]*/cmdline); do
    process=${command_line%/cmdline}
    if [ -O "$process" ] && [ "$(tr '\0' '\n' <"$command_line" | tail -n 2)" = "$folder/daemon.js
$folder" ]; then pid=${process#/proc/}; fi
  done
}

# responds PORT: whether the daemon says something on a provider's port. The kernel takes connections for a process that hangs, too; a
# server of HTTP/2 begins by sending its settings.
responds() {
  LC_ALL=C bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$0" && read -r -N 1 -t "$1" -u 3' "$1" "$patience" 2>/dev/null
}
