# shellcheck shell=sh
# Where the region keeps its state. Uses local. Sets folder.
folder=${LOCAL_REGION_FOLDER:-$local/.region}
# The launchers run what is in it, and the daemon believes it.
if [ -e "$folder" ] && [ ! -O "$folder" ]; then
  echo "The local region's folder $folder belongs to another user; fix: run this as that user, or set LOCAL_REGION_FOLDER to a folder of your own" >&2
  exit 1
fi
