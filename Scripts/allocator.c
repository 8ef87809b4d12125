// How the allocator of the release build works, and where it gets its memory from (`build-release.sh`).
#define _GNU_SOURCE
#include <pthread.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/resource.h>

// With large pages of memory, since a build goes through all that it has; what is free stays with the program for a minute, not for
// ten seconds; pieces of up to 128 KB, finished pages among them, stay with their thread.
const char *malloc_conf = "thp:always,dirty_decay_ms:60000,tcache_max:131072";

enum : size_t { large_page = 2 << 20, region = 256 << 20 };

/// Whether the program may have as many addresses as it likes; else regions would take them from threads.
static bool is_unlimited(void) {
    struct rlimit limit;
    return getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur == RLIM_INFINITY;
}

/// Stands in for `mmap` in the allocator, which asks for memory piece by piece: 2 MB, then 2.5, then 3 … The system gives large pages
/// only where all of one lies in what was asked for, so that at the seams of the pieces each 4 KB would be a fault of its own. Here
/// the pieces come out of regions that are asked for at once, and cost nothing until they are touched.
void *martlet_map(void *address, size_t size, int protection, int flags, int file, off_t offset) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static uintptr_t next, end;
    void *piece = MAP_FAILED;
    // Where the system counts what is asked for and not what is used, the allocator does not set the flag.
    if (!address && (flags & MAP_NORESERVE) && size <= region / 2) {
        pthread_mutex_lock(&lock);
        if (end - next < size && is_unlimited()) {
            void *fresh = mmap(NULL, region, protection, flags, file, offset);
            if (fresh != MAP_FAILED) {
                next = ((uintptr_t)fresh + large_page - 1) & ~(uintptr_t)(large_page - 1);
                end = (uintptr_t)fresh + region;
                madvise((void *)next, end - next, MADV_HUGEPAGE);
            }
        }
        if (end - next >= size) piece = (void *)next, next += size;
        pthread_mutex_unlock(&lock);
    }
    return piece != MAP_FAILED ? piece : mmap(address, size, protection, flags, file, offset);
}
