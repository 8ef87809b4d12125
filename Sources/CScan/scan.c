#define SUFFIX _plain
#include "functions.h"
#include "wide.h"

#if defined(__x86_64__)
// Nearly every processor has them.
static bool is_wide(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt"); }
#else
static bool is_wide(void) { return false; }
#endif

void martlet_marks(const uint8_t *text, size_t count, size_t blocks, uint64_t *marks, bool *is_ascii) {
  (is_wide() ? martlet_marks_wide : martlet_marks_plain)(text, count, blocks, marks, is_ascii);
}

size_t martlet_words(const uint8_t *text, size_t count, size_t *words, bool *in_word) {
  return (is_wide() ? martlet_words_wide : martlet_words_plain)(text, count, words, in_word);
}
