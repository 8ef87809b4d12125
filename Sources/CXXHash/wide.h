#include "CXXHash.h"

#if defined(__x86_64__)
/// The same, for processors that have AVX2.
martlet_hash martlet_xxh3_wide(const void *bytes, size_t count);
#endif
