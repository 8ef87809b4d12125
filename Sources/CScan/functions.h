// Both functions, with names that end in `SUFFIX`. In C and not in Swift, since only C has words for "a bit for each byte of a vector", and
// only C is compiled for several kinds of processors.
#include "CScan.h"
#include <string.h>

typedef uint8_t block __attribute__((ext_vector_type(64)));
typedef bool flags __attribute__((ext_vector_type(64)));

#define JOINED(name, suffix) name##suffix
#define NAMED(name, suffix) JOINED(name, suffix)

// A bit for each byte for which a test holds.
#define BITS(test)                                                                                                                       \
  ({                                                                                                                                     \
    flags set = __builtin_convertvector(test, flags);                                                                                    \
    uint64_t bits;                                                                                                                       \
    memcpy(&bits, &set, sizeof bits);                                                                                                    \
    bits;                                                                                                                                \
  })

void NAMED(martlet_marks, SUFFIX)(const uint8_t *text, size_t count, size_t blocks, uint64_t *marks, bool *is_ascii) {
  uint64_t others = 0;
  for (size_t index = 0; index < blocks && count > 0; index++) {
    block bytes = {0}, next = {0};
    size_t size = count < 64 ? count : 64;
    if (count > 64) {
      memcpy(&bytes, text, 64);
      memcpy(&next, text + 1, 64);
    } else {
      memcpy(&bytes, text, size);
      memcpy(&next, text + 1, size - 1);
    }
    // `&` leaves two bits out, and `|` sets two: several signs are then the same.
    uint64_t found = BITS((bytes < 0x20) | ((bytes & 0xFA) == 0x22) | (bytes == 0x40) | (bytes == 0x5B) | (bytes == 0x3A) |
                          ((bytes | 3) == 0x7F) | ((bytes == next) & ((bytes == 0x2D) | (bytes == 0x2E) | (bytes == 0x77))));
    // What is beyond the text is zero.
    marks[index] = size < 64 ? found & ((1ULL << size) - 1) : found;
    others |= BITS(bytes >= 0x80);
    text += size;
    count -= size;
  }
  *is_ascii = others == 0;
}

size_t NAMED(martlet_words, SUFFIX)(const uint8_t *text, size_t count, size_t *words, bool *in_word) {
  uint64_t before = *in_word;
  size_t found = 0, index = 0;
  while (index < count) {
    block bytes = {0};
    size_t size = count - index < 64 ? count - index : 64;
    if (size == 64) {
      memcpy(&bytes, text + index, 64);
    } else {
      memcpy(&bytes, text + index, size);
    }
    block small = bytes | 0x20;
    uint64_t in_words = BITS(((small >= 0x61) & (small <= 0x7A)) | ((bytes >= 0x30) & (bytes <= 0x39)) | (bytes == 0x5F));
    uint64_t others = BITS((bytes == 0x27) | (bytes == 0x2D) | (bytes >= 0x80));
    if (others) {
      size = (size_t)__builtin_ctzll(others);
      in_words &= (1ULL << size) - 1;
    }
    found += (size_t)__builtin_popcountll(in_words & ~(in_words << 1 | before));
    if (size > 0) before = in_words >> (size - 1) & 1;
    index += size;
    if (others) break;
  }
  *words += found;
  *in_word = before != 0;
  return index;
}
