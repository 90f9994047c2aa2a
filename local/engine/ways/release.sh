# shellcheck shell=sh
# Way 3: the official release. Names of its files: .goreleaser.yml of https://github.com/pulumi/pulumi.
# Not the official install script, since that one also edits the user's shell profile.
# Uses pinned_version, operating_system, architecture, workshop and log. Sets release_host, and reason_release.

release_host=https://get.pulumi.com

# Leaves the release's programs in "$workshop/programs", or a reason and a failure.
install_release() {
  case $operating_system-$architecture in
    linux-amd64 | darwin-amd64) platform=$operating_system-x64 ;;
    linux-arm64 | darwin-arm64) platform=$operating_system-arm64 ;;
    *) reason_release="Pulumi publishes none for $operating_system on $architecture." && return 1 ;;
  esac
  command -v curl >/dev/null || { reason_release="curl is not installed." && return 1; }

  archive=pulumi-v$pinned_version-$platform.tar.gz
  fetch_checksums || return 1
  say "Installing the Pulumi CLI $pinned_version from $release_host: about 150 MB, a minute or two, once for this machine."
  if ! run_showing_life describe_download download "$archive"; then
    say "The download of $archive from $release_host failed."
    show_log_end "$log"
    reason_release="the download of $archive from $release_host failed (see above)."
    return 1
  fi
  archive_is_whole || return 1
  if ! tar -xzf "$workshop/$archive" -C "$workshop/programs" --strip-components 1 || ! programs_work; then
    rm -rf "$workshop"/programs/*
    reason_release="the programs of $archive do not run on this machine."
    return 1
  fi
}

# download FILE: into the workshop. Gives up after 5 s without a connection, and after 30 s of less than 1 kB/s.
# To be run in a process of its own. exec: stopping that process stops curl.
download() {
  exec curl --fail --silent --show-error --location --connect-timeout 5 --speed-limit 1000 --speed-time 30 \
    --output "$workshop/$1" "$release_host/releases/sdk/$1"
}

describe_download() {
  printf '%s MB of the Pulumi CLI downloaded' "$(($(cat "$workshop/$archive" 2>/dev/null | wc -c) / 1000000))"
}

# The first thing fetched, and so also the test of whether the host can be reached.
fetch_checksums() {
  checksums=pulumi-$pinned_version-checksums.txt
  if (download "$checksums") 2>"$workshop/curl.log"; then return 0; else download_status=$?; fi
  # 22: the host answers, but not with this file.
  [ "$download_status" -ne 22 ] || return 0
  reason_release="$release_host cannot be reached ($(tail -n 1 "$workshop/curl.log"))."
  return 1
}

archive_is_whole() {
  if [ ! -s "$workshop/$checksums" ]; then
    say "$release_host offers no checksums for $pinned_version; the archive is taken as it came over TLS."
    return 0
  fi
  expected_checksum=$(awk -v name="$archive" '$2 == name { print $1 }' "$workshop/$checksums")
  if command -v sha256sum >/dev/null; then
    actual_checksum=$(sha256sum <"$workshop/$archive")
  else
    actual_checksum=$(shasum -a 256 <"$workshop/$archive")
  fi
  actual_checksum=${actual_checksum%% *}
  [ "$actual_checksum" != "$expected_checksum" ] || return 0
  reason_release="the SHA-256 of $archive is $actual_checksum, but '$expected_checksum' is published for it."
  say "The download is thrown away: $reason_release"
  return 1
}

# The programs in the workshop start on this machine and are of the pinned version.
programs_work() {
  [ -x "$workshop/programs/pulumi-language-nodejs" ] || return 1
  made_version=$(PULUMI_SKIP_UPDATE_CHECK=true "$workshop/programs/pulumi" version) || return 1
  [ "${made_version#v}" = "$pinned_version" ]
}
