# shellcheck shell=sh
# Which versions of the Pulumi engine serve the project.
# Uses engine_folder. Sets minimum_version and pinned_version.

# The oldest `pulumi` on PATH that is taken: the version of the SDK that the tier pins in package.json, since an SDK may
# call what an older engine does not have.
minimum_version=3.248.0

# What is installed when PATH has nothing that serves. The Go modules pin it, for both ways of installing.
pinned_version=$(awk '$1 == "github.com/pulumi/pulumi/pkg/v3" { sub(/^v/, "", $2); print $2 }' "$engine_folder/command-line/go.mod")

# is_at_least VERSION MINIMUM: compares major, minor and patch; a leading "v" and what follows the patch do not count.
is_at_least() {
  awk -v version="${1#v}" -v minimum="$2" 'BEGIN {
    split(version, has, "."); split(minimum, needs, ".")
    for (part = 1; part <= 3; part++) if (has[part] + 0 != needs[part] + 0) exit !(has[part] + 0 > needs[part] + 0)
  }'
}
