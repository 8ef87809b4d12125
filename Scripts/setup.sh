#!/usr/bin/env bash
# Installs what the build needs from Debian, and says what. Does nothing where it is all there.
# Usage: Scripts/setup.sh PACKAGE…
set -euo pipefail
missing=()
for package in "$@"; do
  dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "setup: please install the equivalents of: ${missing[*]}" >&2
  exit 1
fi
sudo=''
[ "$(id -u)" -eq 0 ] || sudo=sudo
echo "setup: installing ${missing[*]} (apt-get)"
$sudo apt-get update -qq
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
