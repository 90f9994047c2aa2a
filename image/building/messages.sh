# shellcheck shell=sh
# What the person at the terminal reads. Everything goes to standard error.

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "Error: $*"
  exit 1
}

# quietly COMMAND...: runs it with its output in "$workshop/log", which is shown only when the command fails.
quietly() {
  if ! "$@" >"$workshop/log" 2>&1; then
    say "  The last lines of \"$1 $2 ...\":"
    tail -n 25 "$workshop/log" | sed 's/^/    | /' >&2
    return 1
  fi
}
