#include "CMarkPin.h"

#include <stdbool.h>

#if defined(__linux__)

static bool pinned;

void __real_cmark_inlines_add_special_character(unsigned char c, bool emphasis);

void __wrap_cmark_inlines_add_special_character(unsigned char c, bool emphasis) {
  if (!pinned) __real_cmark_inlines_add_special_character(c, emphasis);
}

void __wrap_cmark_inlines_remove_special_character(unsigned char c, bool emphasis) {
  (void)c;
  (void)emphasis;
}

void martlet_pin_special_characters(void) { pinned = true; }

#else
#error "this platform's linker has no --wrap, without which libcmark-gfm is not safe for threads"
#endif
