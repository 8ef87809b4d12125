#include <stdlib.h>
#include <string.h>

#include <cmark-gfm.h>

#include "CMarkPin.h"

// Blocks double in size, so a text of any length has few of them; a short one has one that any allocator has at hand.
enum { first_block = 16 * 1024, largest_block = 1024 * 1024, alignment = 16 };
// What is larger gets memory of its own, which `release` gives back at once: libcmark-gfm lets go of long buffers all the time.
enum { large = 8 * 1024 };

struct block {
  struct block *next;
  char *end;
};

/// Stands before every piece, for `resize`; large ones have a second one before it, in a list.
struct header {
  size_t size;
  struct owned *owner;
};

struct owned {
  struct owned *next, *previous;
};

struct martlet_arena {
  struct martlet_arena *outer;
  struct block *blocks;
  struct owned owned;
  char *next;
  size_t block_size;
};

static _Thread_local struct martlet_arena *current;

static size_t rounded(size_t size) { return (size + alignment - 1) & ~(size_t)(alignment - 1); }

static struct header *header_of(void *piece) { return (struct header *)piece - 1; }

static void *checked(void *memory) {
  if (!memory) abort();
  return memory;
}

// The rare ways stand apart, so that the common one needs few registers.
#define RARE __attribute__((noinline, cold))

RARE static void *take_large(size_t size) {
  struct owned *owned = checked(malloc(sizeof *owned + sizeof(struct header) + size));
  struct owned *list = &current->owned;
  *owned = (struct owned){.next = list->next, .previous = list};
  list->next->previous = owned;
  list->next = owned;
  struct header *header = (struct header *)(owned + 1);
  *header = (struct header){.size = size, .owner = owned};
  return memset(header + 1, 0, size);
}

RARE static void begin_block(struct martlet_arena *arena) {
  size_t length = arena->block_size;
  struct block *block = checked(malloc(length));
  *block = (struct block){.next = arena->blocks, .end = (char *)block + length};
  arena->blocks = block;
  arena->next = (char *)block + rounded(sizeof *block);
  if (arena->block_size < largest_block) arena->block_size *= 4;
}

enum { stride = 64 };

// Pieces are smaller than a call of `memset` is worth; the barriers keep the compiler from making one.
static void clear(char *piece, const char *end) {
  for (; end - piece >= stride; piece += stride) {
    memset(piece, 0, stride);
    __asm__ volatile("" ::: "memory");
  }
  for (; piece < end; piece += alignment) {
    memset(piece, 0, alignment);
    __asm__ volatile("" ::: "memory");
  }
}

static void *take_zeroed(size_t count, size_t each) {
  size_t size;
  if (__builtin_mul_overflow(count, each, &size)) abort();
  if (size > large) return take_large(size);
  struct martlet_arena *arena = current;
  size_t whole = sizeof(struct header) + rounded(size);
  if (!arena->blocks || (size_t)(arena->blocks->end - arena->next) < whole) begin_block(arena);
  struct header *header = (struct header *)arena->next;
  arena->next += whole;
  *header = (struct header){.size = whole - sizeof *header, .owner = NULL};
  clear((char *)(header + 1), arena->next);
  return header + 1;
}

static void release(void *piece) {
  if (!piece) return;
  struct header *header = header_of(piece);
  if (header->owner) {
    header->owner->previous->next = header->owner->next;
    header->owner->next->previous = header->owner->previous;
    free(header->owner);
  } else if ((char *)piece + header->size == current->next) {
    current->next = (char *)header;
  }
}

static void *resize(void *piece, size_t size) {
  if (!piece) return take_zeroed(1, size);
  struct header *header = header_of(piece);
  if (size <= header->size) return piece;
  // The newest piece grows where it is.
  size_t more = rounded(size) - header->size;
  if (!header->owner && size <= large && (char *)piece + header->size == current->next &&
      (size_t)(current->blocks->end - current->next) >= more) {
    header->size += more;
    current->next += more;
    return piece;
  }
  void *larger = memcpy(take_zeroed(1, size), piece, header->size);
  release(piece);
  return larger;
}

static cmark_mem memory = {take_zeroed, resize, release};

void *martlet_arena_memory(void) { return &memory; }

struct martlet_arena *martlet_arena_begin(void) {
  struct martlet_arena *arena = checked(calloc(1, sizeof *arena));
  arena->outer = current;
  arena->block_size = first_block;
  arena->owned.next = arena->owned.previous = &arena->owned;
  current = arena;
  return arena;
}

void martlet_arena_end(struct martlet_arena *arena) {
  for (struct owned *next, *owned = arena->owned.next; owned != &arena->owned; owned = next) {
    next = owned->next;
    free(owned);
  }
  for (struct block *next, *block = arena->blocks; block; block = next) {
    next = block->next;
    free(block);
  }
  current = arena->outer;
  free(arena);
}
