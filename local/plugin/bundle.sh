# shellcheck shell=sh
# Puts the daemon's program into the region's folder, as daemon.js. Uses local, packages, folder, cannot_write and made_of.
esbuild=$packages/.bin/esbuild
if [ ! -x "$esbuild" ]; then
  echo "The local region's packages are not installed; fix: make up, or npm ci" >&2
  exit 1
fi
bundle=$(mktemp "$folder/bundle.XXXXXX.js") || cannot_write
trap 'rm -f "$bundle"*' EXIT

# A bundle is kept beside the packages, under the hash of all that it is made of, so that a daemon is never older than its source.
hash=$(made_of -print0 | LC_ALL=C sort -z | xargs -0 sha256sum 2>/dev/null | sha256sum | cut -d ' ' -f 1)
kept=$packages/.cache/region/$hash

# Node keeps program and source map in memory, so that neither has what can be read elsewhere: sources, spaces, licences. The map says from where
# it finds the sources, as it also serves regions in other folders.
bundle_sources() {
  "$esbuild" "$local/region/main.ts" --bundle --platform=node --target=node20 --sourcemap=external --sources-content=false \
    "--source-root=$(CDPATH='' cd -- "$folder" && pwd)/" \
    --minify-whitespace --legal-comments=none --footer:js="//# sourceMappingURL=daemon.js.map" --log-level=warning \
    "--outfile=$bundle" >&2 || {
    echo room >"$bundle.room" || cannot_write
    exit 1
  }
}

# In place of those of other sources. Where nothing can be kept, the next start bundles again.
keep_bundle() {
  {
    mkdir -p "${kept%/*}" && rm -f "${kept%/*}"/*
    cp "$bundle.map" "$kept.map" && cp "$bundle" "$kept.$$" && mv "$kept.$$" "$kept"
  } 2>/dev/null || true
}

if ! cp "$kept" "$bundle" 2>/dev/null || ! cp "$kept.map" "$bundle.map" 2>/dev/null; then
  bundle_sources
  keep_bundle
fi
mv "$bundle.map" "$folder/daemon.js.map"
mv "$bundle" "$folder/daemon.js"
