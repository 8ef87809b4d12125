#pragma once
#include "CScan.h"

#if defined(__x86_64__)
void martlet_marks_wide(const uint8_t *text, size_t count, size_t blocks, uint64_t *marks, bool *is_ascii);
size_t martlet_words_wide(const uint8_t *text, size_t count, size_t *words, bool *in_word);
#else
#define martlet_marks_wide martlet_marks_plain
#define martlet_words_wide martlet_words_plain
#endif
