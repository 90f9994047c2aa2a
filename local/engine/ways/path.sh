# shellcheck shell=sh
# Way 1: a Pulumi CLI that the machine has already.
# Uses minimum_version. Sets folder_on_path, or reason_path.

# Sets folder_on_path to the folder of a new enough `pulumi` with its Node.js language host beside it, or to nothing.
find_on_path() {
  folder_on_path=
  if ! found_pulumi=$(command -v pulumi); then
    reason_path="there is none."
    return
  fi
  found_folder=$(CDPATH='' cd -- "$(dirname -- "$found_pulumi")" && pwd)
  if [ ! -x "$found_folder/pulumi-language-nodejs" ]; then
    reason_path="$found_pulumi has no pulumi-language-nodejs beside it."
    return
  fi
  found_version=$(PULUMI_SKIP_UPDATE_CHECK=true pulumi version 2>/dev/null) || found_version=
  if is_at_least "$found_version" "$minimum_version"; then
    folder_on_path=$found_folder
  else
    reason_path="$found_pulumi reports version '$found_version', and $minimum_version or newer is needed."
  fi
}
