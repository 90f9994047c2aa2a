# shellcheck shell=sh
# Where programs are looked for.

# look_past FOLDER: takes a folder out of PATH, wherever it stands there.
look_past() {
  search_path=:$PATH:
  while :; do
    case $search_path in
    *:"$1":*) search_path=${search_path%%:"$1":*}:${search_path#*:"$1":} ;;
    *) break ;;
    esac
  done
  search_path=${search_path#:}
  PATH=${search_path%:}
}
