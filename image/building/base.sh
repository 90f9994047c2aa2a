# shellcheck shell=sh
# The Debian 12 that the image is made from, with the image's packages: made once for each version of the image and list of packages,
# so that a new version begins with Debian's newest. Uses image, version, workshop. Sets base.

name_base() {
  base=localhost/web-tier-base:$(cat "$image/version" "$image/packages" "$image/building/base.sh" | sha256sum | cut -c1-16)
}

make_base() {
  name_base
  if podman image exists "$base"; then return; fi
  if is_debian_12 && need mmdebstrap mmdebstrap; then
    say "Making a Debian 12 from this computer's own apt sources; about a minute."
    bootstrap_base
  elif timeout 5 podman manifest inspect debian:12 >/dev/null 2>&1; then
    say "Fetching Debian 12 from a container registry."
    quietly podman pull debian:12 || fail "debian:12 could not be fetched."
    podman tag debian:12 "$base"
  else
    fail "there is no Debian 12 to make the image from. Either of these mends it; then run the same command again:
  1. On Debian 12: install mmdebstrap, and run this as root.
  2. Let this computer reach a container registry: 'podman pull debian:12' must work."
  fi
  remove_older_bases
}

bootstrap_base() {
  apt-get indextargets --format 'deb $(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' >"$workshop/sources.list"
  [ -s "$workshop/sources.list" ] || fail "apt on this computer knows no packages of Debian's. Run 'apt-get update', and see its sources."
  # A proxy that this computer needs, the machines need as well.
  apt-config dump | grep -E '^Acquire::https?::Proxy' >"$workshop/proxy.conf" || true
  # What nobody reads on a machine that serves: a quarter of its size.
  quietly mmdebstrap --variant=minbase --include="$(paste -s -d , "$image/packages")" \
    --aptopt="$workshop/proxy.conf" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/lintian/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    bookworm "$workshop/base.tar" "$workshop/sources.list" || fail "mmdebstrap could not make a Debian 12."
  quietly podman import "$workshop/base.tar" "$base" || fail "Podman could not import the Debian 12."
  rm "$workshop/base.tar"
}

# Their layers stay for as long as an image is made from them.
remove_older_bases() {
  podman images --format '{{.Repository}}:{{.Tag}}' --filter reference=localhost/web-tier-base | while read -r older; do
    if [ "$older" != "$base" ]; then podman rmi "$older" >/dev/null 2>&1 || true; fi
  done
}
