#!/usr/bin/env bash
# Writes Sources/CEmbeddedTheme/theme.c: the list of the files of themes/plain, each embedded by the compiler.
# Run it after adding, renaming or deleting a file of the theme; changes within a file need nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
out=Sources/CEmbeddedTheme/theme.c
{
  echo '// Written by Scripts/embed-theme.sh. The files themselves stand in themes/plain.'
  echo '#include "CEmbeddedTheme.h"'
  entries=''
  count=0
  while IFS= read -r file; do
    echo
    echo "static const unsigned char file_$count[] = {"
    echo "#embed \"../../themes/plain/$file\""
    echo '};'
    entries+="    {\"$file\", file_$count, sizeof(file_$count)},"$'\n'
    count=$((count + 1))
  done < <(cd themes/plain && find . -type f | sed 's|^\./||' | LC_ALL=C sort)
  echo
  echo 'static const struct martlet_theme_file files[] = {'
  printf '%s' "$entries"
  echo '};'
  echo
  echo 'size_t martlet_theme_file_count(void) { return sizeof(files) / sizeof(files[0]); }'
  echo
  echo 'struct martlet_theme_file martlet_theme_file_at(size_t index) { return files[index]; }'
} >"$out"
