#pragma once

#include <stddef.h>

/// A file that the preview sends with its pages.
struct martlet_preview_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

size_t martlet_preview_file_count(void);

struct martlet_preview_file martlet_preview_file_at(size_t index);
