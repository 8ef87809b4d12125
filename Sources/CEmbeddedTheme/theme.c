// Written by Scripts/embed-theme.sh. The files themselves stand in themes/plain.
#include "CEmbeddedTheme.h"

static const unsigned char file_0[] = {
#embed "../../themes/plain/theme.yml"
};

static const struct martlet_theme_file files[] = {
    {"theme.yml", file_0, sizeof(file_0)},
};

size_t martlet_theme_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct martlet_theme_file martlet_theme_file_at(size_t index) { return files[index]; }
