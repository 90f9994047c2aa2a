# shellcheck shell=sh
# Way 3: the official release. Names of its files: .goreleaser.yml of https://github.com/pulumi/pulumi.
# Not the official install script, since that one also edits the user's shell profile.
# Uses engine_folder, pinned_version, operating_system, architecture, workshop and log. Sets release_host, and reason_release.

release_host=https://get.pulumi.com

# The SHA-256 of each archive of the pinned version, from Pulumi's own https://github.com/pulumi/homebrew-tap (Formula/pulumi.rb). What is
# downloaded is run, so it is held against a sum that does not come from where it comes from itself.
checksums=$engine_folder/release-checksums

# Leaves the release's programs in "$workshop/programs", or a reason and a failure.
install_release() {
  case $operating_system-$architecture in
    linux-amd64 | darwin-amd64) platform=$operating_system-x64 ;;
    linux-arm64 | darwin-arm64) platform=$operating_system-arm64 ;;
    *) reason_release="Pulumi publishes none for $operating_system on $architecture." && return 1 ;;
  esac
  command -v curl >/dev/null || { reason_release="curl is not installed." && return 1; }

  archive=pulumi-v$pinned_version-$platform.tar.gz
  expected_checksum=$(awk -v name="$archive" '$2 == name { print $1 }' "$checksums")
  [ -n "$expected_checksum" ] || { reason_release="$checksums has no checksum of $archive." && return 1; }
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

archive_is_whole() {
  if command -v sha256sum >/dev/null; then
    actual_checksum=$(sha256sum <"$workshop/$archive")
  else
    actual_checksum=$(shasum -a 256 <"$workshop/$archive")
  fi
  actual_checksum=${actual_checksum%% *}
  [ "$actual_checksum" != "$expected_checksum" ] || return 0
  reason_release="the SHA-256 of $archive is $actual_checksum, but $expected_checksum is pinned for it in $checksums."
  say "The download is thrown away: $reason_release"
  return 1
}

# The programs in the workshop start on this machine and are of the pinned version.
programs_work() {
  [ -x "$workshop/programs/pulumi-language-nodejs" ] || return 1
  made_version=$(PULUMI_SKIP_UPDATE_CHECK=true "$workshop/programs/pulumi" version) || return 1
  [ "${made_version#v}" = "$pinned_version" ]
}
