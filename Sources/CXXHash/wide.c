#include "wide.h"

#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define XXH_VECTOR 2 // XXH_AVX2
#define XXH_INLINE_ALL
#include <xxhash.h>

martlet_hash martlet_xxh3_wide(const void *bytes, size_t count) {
    XXH128_hash_t hash = XXH3_128bits(bytes, count);
    return (martlet_hash){hash.low64, hash.high64};
}
#pragma clang attribute pop
#endif
