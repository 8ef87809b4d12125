#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint64_t low, high;
} martlet_hash;

/// XXH3, 128 bits.
martlet_hash martlet_xxh3(const void *bytes, size_t count);
