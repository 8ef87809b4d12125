// The files themselves stand beside this one.
#include "CPreviewFiles.h"

static const unsigned char preview_js[] = {
#embed "preview.js"
};

static const unsigned char preview_css[] = {
#embed "preview.css"
};

static const unsigned char bench_css[] = {
#embed "bench.css"
};

static const struct martlet_preview_file files[] = {
    {"preview.js", preview_js, sizeof(preview_js)},
    {"preview.css", preview_css, sizeof(preview_css)},
    {"bench.css", bench_css, sizeof(bench_css)},
};

size_t martlet_preview_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct martlet_preview_file martlet_preview_file_at(size_t index) { return files[index]; }
