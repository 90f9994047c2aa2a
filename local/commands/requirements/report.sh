# shellcheck shell=sh
# What is missing, collected, so that a person sees all of it at once and not one thing at each run.
# Sets missing_count and way_out.

missing_count=0
missing_blocks=
# A last line, for whoever cannot get what is missing.
way_out=

# missing WHAT FOUND NEEDED FIX...: each FIX is a line of its own.
missing() {
  missing_count=$((missing_count + 1))
  missing_blocks="$missing_blocks
  $1
    found:  $2
    needed: $3
    fix:    $4"
  shift 4
  for line; do
    missing_blocks="$missing_blocks
            $line"
  done
}

# The command that installs a package, by its name on Debian and Ubuntu.
install_command() {
  if command -v apt-get >/dev/null; then
    echo "${as_root}apt-get install --yes $*"
  else
    echo "install, with your system's package manager, what Debian calls $*"
  fi
}

# What comes before a command that only root may run.
if [ "$(id -u)" = 0 ]; then as_root=''; else as_root='sudo '; fi

report_what_is_missing() {
  if [ "$missing_count" = 0 ]; then exit 0; fi
  if [ "$missing_count" = 1 ]; then count="one thing"; else count="$missing_count things"; fi
  echo "This computer lacks $count that the local region needs; nothing was changed.$missing_blocks" >&2
  if [ -n "$way_out" ]; then echo "$way_out" >&2; fi
  exit 1
}
