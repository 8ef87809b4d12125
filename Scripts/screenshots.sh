#!/usr/bin/env bash
# Builds the demonstration site and takes pictures of every kind of page, into .build/screenshots. Installs what it needs: Debian's
# Chromium, fonts and pdftoppm, and from PyPI Playwright and Pillow.
# Usage: Scripts/screenshots.sh MARTLET [OPTION…], with the options of Scripts/screenshots.py
set -euo pipefail
cd "$(dirname "$0")/.."
martlet=$1
shift
Scripts/setup.sh chromium fonts-liberation fonts-noto-core poppler-utils python3 python3-venv
python=.build/screenshots-python/bin/python
if [ ! -x "$python" ]; then
  echo 'screenshots: installing playwright and pillow (pip)'
  /usr/bin/python3 -m venv .build/screenshots-python
  "$python" -m pip install --quiet --disable-pip-version-check playwright pillow
fi
"$martlet" build --quiet --clock 2026-11-01 --output .build/screenshots-site
"$python" Scripts/screenshots.py .build/screenshots-site .build/screenshots "$@"
