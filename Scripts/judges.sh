#!/usr/bin/env bash
# Judges the built sites from outside: Nu HTML checker, axe, a browser, feeds, structured data, a crawler (Tests/judges).
# Installs what that needs: a browser, Java and Python from Debian, the rest from PyPI into .build/judges/venv.
# Usage: Scripts/judges.sh [ARGUMENTS OF PYTEST]
set -euo pipefail
cd "$(dirname "$0")/.."
packages=(chromium-headless-shell poppler-utils python3-venv fonts-dejavu-core)
command -v java >/dev/null || packages+=(default-jre-headless)
Scripts/setup.sh "${packages[@]}"

venv=.build/judges/venv
wanted=Tests/judges/requirements.txt
if ! cmp -s "$wanted" "$venv/installed.txt"; then
  echo "judges: installing the packages of $wanted (pip)"
  rm -rf "$venv"
  /usr/bin/python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --no-deps --disable-pip-version-check --requirement "$wanted"
  cp "$wanted" "$venv/installed.txt"
fi
exec "$venv/bin/pytest" --rootdir Tests/judges -c Tests/judges/pytest.ini --numprocesses 2 "${@:-Tests/judges}"
