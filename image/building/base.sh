# shellcheck shell=sh
# The Debian that the image is made from, with the image's packages: made once for each version of the image and list of packages,
# so that a new version begins with Debian's newest. Uses image, version, workshop. Sets base.

debian_release=13

name_base() {
  base=localhost/web-tier-base:$(printf '%s\n' "$debian_release" "$debian_contents" | cat - "$image/version" "$image/packages" | sha256sum | cut -c1-16)
}

make_base() {
  if podman image exists "$base"; then return; fi
  make_debian "$debian_release" "$base" "$image/packages"
  remove_older localhost/web-tier-base
}
