# shellcheck shell=sh
# The programs that every command of the local region needs. The Pulumi CLI is not among them: local/engine installs it.
# Uses checkout.

check_programs() {
  check_node
  if ! will_have ssh-keygen; then
    missing "ssh-keygen" "none on PATH" "it makes the key pair of the machines' administrator" "$(install_command openssh-client)"
  fi
  if ! command -v flock >/dev/null; then
    missing "flock" "none on PATH" "it tells whether the region's daemon runs" "$(install_command util-linux)"
  fi
}

check_node() {
  range=$(node_range)
  get_node="https://nodejs.org/en/download (Debian 13: $(install_command nodejs npm))"
  if ! command -v node >/dev/null; then
    missing "Node.js" "no node on PATH" "$range" "$get_node"
    return
  fi
  version=$(node --version) || version="no version"
  if ! is_in_range "$version" "$range"; then
    missing "Node.js" "$(command -v node) is $version" "$range" "$get_node"
  elif ! command -v npm >/dev/null; then
    missing "npm" "none on PATH, beside Node.js $version" "it installs the npm packages" "$(install_command npm)"
  fi
}

# What package.json says under "engines".
node_range() {
  awk -F '"' '/"engines"/ { inside = 1 } inside && $2 == "node" { print $4; exit }' "$checkout/package.json"
}

# is_in_range VERSION RANGE: a range such as "^20.19 || >=22", of full or shortened versions.
is_in_range() {
  awk -v version="${1#v}" -v range="$2" '
    # Above zero where the version is newer, below where it is older.
    function compare(minimum, needs, part) {
      split(minimum, needs, ".")
      for (part = 1; part <= 3; part++) if (has[part] + 0 != needs[part] + 0) return has[part] - needs[part]
      return 0
    }
    BEGIN {
      split(version, has, ".")
      choices = split(range, choice, / *\|\| */)
      for (i = 1; i <= choices; i++) {
        minimum = choice[i]; sub(/^[^0-9]*/, "", minimum)
        if (compare(minimum) >= 0 && (choice[i] ~ /^>=/ || has[1] + 0 == int(minimum))) exit 0
      }
      exit 1
    }'
}
