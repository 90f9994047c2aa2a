# shellcheck shell=sh
# Boots a machine from the candidate image, as the local region does, and checks it. Uses candidate, image, workshop, limits. Sets machine,
# for whoever must remove it.

machine=
trial_label=web-tier.purpose=image-trial

boot_machine() {
  lay_out_seed
  # Unquoted: options and their values.
  # shellcheck disable=SC2086
  machine=$(podman create --label "$trial_label" --systemd=always --tty --hostname image-trial $limits "$candidate")
  quietly podman cp "$workshop/cloud" "$machine:/var/lib/"
  quietly podman cp "$workshop/key" "$machine:/etc/image-trial-key"
  started=$(milliseconds)
  quietly podman start "$machine" || fail "the machine did not start."
}

# What a platform hands to an instance: its name, an administrator with a key, and user data.
lay_out_seed() {
  # shellcheck disable=SC2086
  podman run --rm --label "$trial_label" $limits "$candidate" \
    sh -c 'ssh-keygen -q -t ed25519 -N "" -C image-trial -f /tmp/key && cat /tmp/key.pub /tmp/key' >"$workshop/pair"
  sed 1d "$workshop/pair" >"$workshop/key"
  chmod 600 "$workshop/key"
  seed=$workshop/cloud/seed/nocloud
  mkdir -p "$seed"
  printf 'instance-id: image-trial\nlocal-hostname: image-trial\n' >"$seed/meta-data"
  printf '#!/bin/sh\necho "user data ran" >/run/image-trial\n' >"$seed/user-data"
  cat >"$seed/vendor-data" <<VENDOR_DATA
#cloud-config
users:
  - name: adminuser
    sudo: ALL=(ALL) NOPASSWD:ALL
    shell: /bin/bash
    lock_passwd: true
    ssh_authorized_keys:
      - $(head -n 1 "$workshop/pair")
VENDOR_DATA
}

check_machine() {
  inside 'until curl --silent --fail --output /dev/null --max-time 5 http://127.0.0.1/; do sleep 0.05; done' ||
    fail_with_console "the web server did not answer within a minute."
  first_answer=$(milliseconds)
  inside 'until curl --silent --fail --output /dev/null --max-time 5 http://127.0.0.1/readyz; do sleep 0.05; done' ||
    fail_with_console "the machine was not ready within a minute."
  ready=$(milliseconds)
  say "  First HTTP 200 after $(seconds $((first_answer - started))) s, ready after $(seconds $((ready - started))) s."

  podman exec -i "$machine" sh -s <"$image/check" >&2 || fail_with_console "the machine does not do what it must."
  inside 'grep -q "user data ran" /run/image-trial' || fail_with_console "the user data did not run."
  say "  ok      the user data ran"
  inside 'ssh -i /etc/image-trial-key -o StrictHostKeyChecking=no -o BatchMode=yes adminuser@127.0.0.1 sudo true' 2>"$workshop/log" ||
    fail_with_console "adminuser could not log in by SSH with the key given."
  say "  ok      adminuser logs in by SSH with the key given"
  say "  Memory in use: $(memory_in_use) MB, and what the kernel keeps of files."
}

# The two cgroup versions have different names for it.
memory_in_use() {
  inside "cat /sys/fs/cgroup/memory.stat 2>/dev/null || sed -n 's/^total_rss/anon/p; s/^total_shmem/shmem/p' /sys/fs/cgroup/memory/memory.stat" |
    awk '$1 == "anon" || $1 == "shmem" { bytes += $2 } END { printf "%.0f", bytes / 1e6 }'
}

# inside SCRIPT: runs it in the machine, for a minute at most.
inside() {
  podman exec "$machine" timeout 60 sh -c "$1"
}

fail_with_console() {
  say "  The console's last lines:"
  podman logs --tail 30 "$machine" 2>&1 | sed -e 's/\x1b\[[0-9;]*m//g' -e 's/^/    | /' >&2
  say "  The journal's last complaints:"
  podman exec "$machine" journalctl --no-pager --quiet --priority=warning --lines=15 2>&1 | sed 's/^/    | /' >&2
  fail "$*"
}

remove_trial_machines() {
  podman ps --all --quiet --filter "label=$trial_label" | while read -r id; do
    podman rm --force --time 0 "$id" >/dev/null
  done
}

milliseconds() {
  date +%s%3N
}

seconds() {
  printf '%d.%02d' $(($1 / 1000)) $(($1 % 1000 / 10))
}
