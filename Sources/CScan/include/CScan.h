#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Finds the bytes of a Markdown text that may mean something: control characters, `"`, `'`, `&`, `@`, `[`, `:`, `|`, `~`, and `-`, `.`,
/// `w` before the same; `#` and `}` too, since that takes no longer. For 64 bytes at a time, `blocks` times or up to the end of the
/// text, `marks` gets a number with a bit for each, the lowest for the first. False in `is_ascii` where one of them is not ASCII.
void martlet_marks(const uint8_t *text, size_t count, size_t blocks, uint64_t *marks, bool *is_ascii);

/// Adds to `words` how many begin in a text, up to the first byte that is not ASCII, or is an apostrophe or hyphen, which may join words.
/// Gives back how many bytes stand before it. `in_word` says whether what stands before the text is in a word; then, whether the last
/// byte is.
size_t martlet_words(const uint8_t *text, size_t count, size_t *words, bool *in_word);

// As they are for any processor.
void martlet_marks_plain(const uint8_t *text, size_t count, size_t blocks, uint64_t *marks, bool *is_ascii);
size_t martlet_words_plain(const uint8_t *text, size_t count, size_t *words, bool *in_word);
