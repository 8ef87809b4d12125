// Debian's library is compiled for processors without AVX2; with it a hash takes a third of the time. The bits are the same.
#include "wide.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

martlet_hash martlet_xxh3(const void *bytes, size_t count) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return martlet_xxh3_wide(bytes, count);
#endif
    XXH128_hash_t hash = XXH3_128bits(bytes, count);
    return (martlet_hash){hash.low64, hash.high64};
}
