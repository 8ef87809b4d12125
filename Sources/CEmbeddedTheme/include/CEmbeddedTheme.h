#pragma once

#include <stddef.h>

/// One file of the default theme.
struct martlet_theme_file {
  const char *path;  // below themes/plain, as `templates/article.html`
  const unsigned char *bytes;
  size_t count;
};

/// The files of the default theme, in the order of their paths.
extern const struct martlet_theme_file martlet_theme_files[];
extern const size_t martlet_theme_file_count;
