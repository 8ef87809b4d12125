#pragma once

#include <stddef.h>

/// One file of the default theme.
struct martlet_theme_file {
  const char *path;  // below themes/plain, as `templates/article.html`
  const unsigned char *bytes;
  size_t count;
};

/// How many files the default theme has.
size_t martlet_theme_file_count(void);

/// A file of the default theme, by its place in the order of their paths.
struct martlet_theme_file martlet_theme_file_at(size_t index);
