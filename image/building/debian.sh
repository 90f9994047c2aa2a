# shellcheck shell=sh
# A Debian as small as a machine takes, made by mmdebstrap from apt sources, or fetched from a container registry. Uses workshop.
# mmdebstrap needs neither root nor a Debian of the same release on this computer, only the keys of Debian's archive.

codename_of() {
  case $1 in
  12) echo bookworm ;;
  13) echo trixie ;;
  *) fail "Debian $1 is not known here; 12 and 13 are." ;;
  esac
}

is_debian() {
  grep -qsx 'ID=debian' /etc/os-release
}

can_bootstrap() {
  need mmdebstrap mmdebstrap && { [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || install_package debian-archive-keyring; }
}

# The lines of a sources.list with which this computer's apt reaches Debian's packages, for the release that is wanted. None where apt here
# has other packages, such as Ubuntu's.
debian_sources() {
  command -v apt-get >/dev/null || return 0
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
    sed -nE "s/^(\S+) [a-z]+(-updates|-security)? (\S+)$/deb \1 $1\2 \3/p" | LC_ALL=C sort -u
}

# bootstrap RELEASE FILE OPTION...: writes the root file system of a Debian into a tar archive.
bootstrap() {
  codename=$(codename_of "$1")
  archive=$2
  shift 2
  # What this computer needs for its mirror, the machines need as well.
  command -v apt-config >/dev/null && apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-)' >"$workshop/apt.conf" || : >"$workshop/apt.conf"
  while IFS= read -r option; do set -- "$@" --aptopt="$option"; done <"$workshop/apt.conf"
  debian_sources "$codename" >"$workshop/sources.list"
  if [ ! -s "$workshop/sources.list" ] && is_debian && installs_packages; then
    # It knows only what it has fetched lists of.
    quietly apt-get update && debian_sources "$codename" >"$workshop/sources.list"
  fi
  set -- "$@" "$codename" "$archive"
  # Where there are none, mmdebstrap knows Debian's own.
  if [ -s "$workshop/sources.list" ]; then set -- "$@" "$workshop/sources.list"; fi
  # It names the next free file descriptor in a shell script, and dash takes no number of two digits: none is handed on, such as a lock.
  if [ "$(id -u)" = 0 ]; then
    quietly mmdebstrap "$@"
  else
    # The users that it works as may not look into a folder that is this user's alone.
    quietly env TMPDIR=/tmp mmdebstrap --mode=unshare "$@"
  fi 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
}

# What is unpacked, apart from the packages asked for. Documentation and translations, which nobody reads on a machine that serves, would be
# a quarter of its size.
debian_contents="--variant=minbase
  --dpkgopt=path-exclude=/usr/share/doc/* --dpkgopt=path-include=/usr/share/doc/*/copyright
  --dpkgopt=path-exclude=/usr/share/man/* --dpkgopt=path-exclude=/usr/share/info/*
  --dpkgopt=path-exclude=/usr/share/lintian/* --dpkgopt=path-exclude=/usr/share/locale/*"

# make_debian RELEASE NAME FILE: gives a Debian with the packages that the file lists the name in Podman. From a registry it comes without.
make_debian() {
  if can_bootstrap; then
    say "Making a Debian $1 with mmdebstrap; about a minute."
    set -f
    # Unquoted: a list of options, whose patterns are dpkg's.
    # shellcheck disable=SC2086
    if bootstrap "$1" "$workshop/base.tar" --include="$(paste -s -d , "$3")" $debian_contents; then
      set +f
      quietly podman import "$workshop/base.tar" "$2" || fail "Podman could not import the Debian $1."
      rm "$workshop/base.tar"
      return
    fi
    set +f
  fi
  pull "debian:$1" "$2" || fail "there is no Debian $1 to make the image from. Either of these mends it; then run the same command again:
  1. Install mmdebstrap and debian-archive-keyring; this computer's apt must reach Debian's packages.
  2. Let this computer reach a container registry: 'podman pull debian:$1' must work."
}

# pull IMAGE NAME: fetches an image from a container registry. False where none can be reached, or none has it.
pull() {
  timeout 5 podman manifest inspect "$1" >/dev/null 2>&1 || return 1
  say "Fetching $1 from a container registry."
  quietly podman pull "$1" && podman tag "$1" "$2"
}
