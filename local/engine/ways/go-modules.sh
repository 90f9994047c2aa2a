# shellcheck shell=sh
# Way 4: a build from Go modules, pinned by the go.mod and go.sum of command-line/ and language-host/.
# Uses engine_folder, pinned_version, cache_root, workshop and log. Sets go_minimum_version, and reason_go.
#
# The language host is older than the CLI: later ones are in a Go module of their own, which the module proxy did not
# serve when this was written. It drives the SDK that the tier pins, starts Node.js itself and needs no script beside it.
# What the newer engine does not tell it, the environment script does.

go_minimum_version=$(awk '$1 == "go" { print $2 }' "$engine_folder/command-line/go.mod")

# Leaves the built programs in "$workshop/programs", or a reason and a failure.
build_go_modules() {
  go_is_new_enough || return 1
  say "No official release of the Pulumi CLI: $reason_release
Building the Pulumi CLI $pinned_version and its Node.js language host from Go modules: about 4 minutes on 2 cores,
once for this machine, and about 3 GB of disk in Go's own caches."
  build_program language-host github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs || return 1
  build_program command-line github.com/pulumi/pulumi/pkg/v3/cmd/pulumi || return 1
  if ! programs_work; then
    reason_go="the built programs do not start from $cache_root, or are not of version $pinned_version."
    return 1
  fi
}

go_is_new_enough() {
  command -v go >/dev/null || { reason_go="go is not on PATH." && return 1; }
  # Asked outside the module, where Go answers for itself and does not switch to another toolchain.
  go_version=$(cd / && go env GOVERSION) || { reason_go="'go env GOVERSION' failed." && return 1; }
  if is_at_least "${go_version#go}" "$go_minimum_version"; then return 0; fi
  # From 1.21 on, Go fetches the toolchain that a go.mod asks for, unless it is told not to.
  if is_at_least "${go_version#go}" 1.21.0 && [ "$(cd / && go env GOTOOLCHAIN)" != local ]; then return 0; fi
  reason_go="$(command -v go) is $go_version, and $go_minimum_version or newer is needed."
  return 1
}

# build_program MODULE_FOLDER PACKAGE
build_program() {
  program_name=${2##*/}
  if run_showing_life describe_build compile "$@"; then return 0; fi
  say "The build of $program_name failed."
  show_log_end "$log"
  reason_go="the build of $program_name failed (see above)."
  return 1
}

# GOTMPDIR: what a stopped build leaves goes with the workshop. exec: stopping this job stops Go.
compile() {
  cd "$engine_folder/$1" || return
  unset GOOS GOARCH
  # The linker's stamp is all that tells the CLI its version.
  CGO_ENABLED=0 GOWORK=off GOTMPDIR=$workshop exec go build -v -trimpath -mod=readonly \
    -ldflags "-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v$pinned_version" \
    -o "$workshop/programs/" "$2"
}

describe_build() {
  printf 'building %s, %s modules downloaded, %s packages compiled' "$program_name" \
    "$(grep -c '^go: downloading' "$log")" "$(grep -cv '^go: ' "$log")"
}
