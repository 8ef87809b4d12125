// Written by Scripts/embed-theme.sh. The files themselves stand in themes/plain.
#include "CEmbeddedTheme.h"

static const unsigned char file_0[] = {
#embed "../../themes/plain/assets/page.js"
};

static const unsigned char file_1[] = {
#embed "../../themes/plain/assets/redirect.js"
};

static const unsigned char file_2[] = {
#embed "../../themes/plain/assets/style.css"
};

static const unsigned char file_3[] = {
#embed "../../themes/plain/blocks/care.html"
};

static const unsigned char file_4[] = {
#embed "../../themes/plain/blocks/contact.html"
};

static const unsigned char file_5[] = {
#embed "../../themes/plain/blocks/cta.html"
};

static const unsigned char file_6[] = {
#embed "../../themes/plain/blocks/inset.html"
};

static const unsigned char file_7[] = {
#embed "../../themes/plain/blocks/key-points.html"
};

static const unsigned char file_8[] = {
#embed "../../themes/plain/strings/en.yml"
};

static const unsigned char file_9[] = {
#embed "../../themes/plain/templates/article.html"
};

static const unsigned char file_10[] = {
#embed "../../themes/plain/templates/base.html"
};

static const unsigned char file_11[] = {
#embed "../../themes/plain/templates/faqs.html"
};

static const unsigned char file_12[] = {
#embed "../../themes/plain/templates/home.html"
};

static const unsigned char file_13[] = {
#embed "../../themes/plain/templates/icons.html"
};

static const unsigned char file_14[] = {
#embed "../../themes/plain/templates/listing.html"
};

static const unsigned char file_15[] = {
#embed "../../themes/plain/templates/notFound.html"
};

static const unsigned char file_16[] = {
#embed "../../themes/plain/templates/page.html"
};

static const unsigned char file_17[] = {
#embed "../../themes/plain/templates/parts.html"
};

static const unsigned char file_18[] = {
#embed "../../themes/plain/templates/people.html"
};

static const unsigned char file_19[] = {
#embed "../../themes/plain/templates/person.html"
};

static const unsigned char file_20[] = {
#embed "../../themes/plain/templates/redirect.html"
};

static const unsigned char file_21[] = {
#embed "../../themes/plain/templates/taxonomy.html"
};

static const unsigned char file_22[] = {
#embed "../../themes/plain/templates/term.html"
};

static const unsigned char file_23[] = {
#embed "../../themes/plain/templates/topic.html"
};

static const unsigned char file_24[] = {
#embed "../../themes/plain/theme.yml"
};

static const struct martlet_theme_file files[] = {
    {"assets/page.js", file_0, sizeof(file_0)},
    {"assets/redirect.js", file_1, sizeof(file_1)},
    {"assets/style.css", file_2, sizeof(file_2)},
    {"blocks/care.html", file_3, sizeof(file_3)},
    {"blocks/contact.html", file_4, sizeof(file_4)},
    {"blocks/cta.html", file_5, sizeof(file_5)},
    {"blocks/inset.html", file_6, sizeof(file_6)},
    {"blocks/key-points.html", file_7, sizeof(file_7)},
    {"strings/en.yml", file_8, sizeof(file_8)},
    {"templates/article.html", file_9, sizeof(file_9)},
    {"templates/base.html", file_10, sizeof(file_10)},
    {"templates/faqs.html", file_11, sizeof(file_11)},
    {"templates/home.html", file_12, sizeof(file_12)},
    {"templates/icons.html", file_13, sizeof(file_13)},
    {"templates/listing.html", file_14, sizeof(file_14)},
    {"templates/notFound.html", file_15, sizeof(file_15)},
    {"templates/page.html", file_16, sizeof(file_16)},
    {"templates/parts.html", file_17, sizeof(file_17)},
    {"templates/people.html", file_18, sizeof(file_18)},
    {"templates/person.html", file_19, sizeof(file_19)},
    {"templates/redirect.html", file_20, sizeof(file_20)},
    {"templates/taxonomy.html", file_21, sizeof(file_21)},
    {"templates/term.html", file_22, sizeof(file_22)},
    {"templates/topic.html", file_23, sizeof(file_23)},
    {"theme.yml", file_24, sizeof(file_24)},
};

size_t martlet_theme_file_count(void) { return sizeof(files) / sizeof(files[0]); }

struct martlet_theme_file martlet_theme_file_at(size_t index) { return files[index]; }
