#include "CEmbeddedTheme.h"

// One array a file: `#embed` takes its path relative to this file.
#define ROOT "../../themes/plain/"

static const unsigned char theme_yml[] = {
#embed "../../themes/plain/theme.yml"
};

#define FILE_ENTRY(path, array) {path, array, sizeof(array)}

const struct martlet_theme_file martlet_theme_files[] = {
    FILE_ENTRY("theme.yml", theme_yml),
};
const size_t martlet_theme_file_count = sizeof(martlet_theme_files) / sizeof(martlet_theme_files[0]);
