// The same for processors that look at 32 bytes at once.
#include "wide.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,popcnt"))), apply_to = function)
#define SUFFIX _wide
#include "functions.h"
#pragma clang attribute pop
#endif
