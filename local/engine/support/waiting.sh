# shellcheck shell=sh
# Shows that long work is alive: a line rewritten every second on a terminal, a new line every 15 seconds elsewhere.
# Uses log and renew_lock. Sets running_job, for whoever must stop it.

seconds_between_lines=15
running_job=
if [ -t 2 ] && [ "${TERM:-dumb}" != dumb ]; then on_terminal=yes; else on_terminal=no; fi

start_waiting() {
  waiting_since=$(date +%s)
  shown_at=0
}

# show_alive TEXT: to be called about once a second after start_waiting.
show_alive() {
  elapsed=$(($(date +%s) - waiting_since))
  if [ "$on_terminal" = yes ]; then
    printf '\r\033[K  %s s: %s' "$elapsed" "$1" >&2
  elif [ "$elapsed" -ge $((shown_at + seconds_between_lines)) ]; then
    say "  $elapsed s: $1"
    shown_at=$elapsed
  fi
}

end_waiting() {
  if [ "$on_terminal" = yes ]; then printf '\r\033[K' >&2; fi
}

# run_showing_life DESCRIBE COMMAND...: runs the command with its output in "$log"; DESCRIBE prints how far it has come.
run_showing_life() {
  describe=$1
  shift
  start_waiting
  # Without 3>&- a command that outlives this script would keep the caller waiting for the end of its output.
  "$@" >"$log" 2>&1 3>&- &
  running_job=$!
  while kill -0 "$running_job" 2>/dev/null; do
    renew_lock
    show_alive "$("$describe")"
    sleep 1
  done
  end_waiting
  if wait "$running_job"; then job_status=0; else job_status=$?; fi
  running_job=
  return "$job_status"
}
