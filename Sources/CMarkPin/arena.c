#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <cmark-gfm.h>

#include "CMarkPin.h"

// Blocks grow, so a text of any length has few of them; most texts have the first, which the thread keeps.
enum { first_block = 256 * 1024, largest_block = 1024 * 1024, alignment = 16 };
// What is larger gets memory of its own, which `release` gives back at once: libcmark-gfm lets go of long buffers all the time.
enum { large = 8 * 1024 };
// So much at least is zeroed at a time: what is asked for next is in the nearest cache then.
enum { stretch = 1024 };

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
  /// Where the next piece begins, and up to where all bytes from there are zero.
  char *next, *clean;
};

static _Thread_local struct martlet_arena *current;

static size_t rounded(size_t size) { return (size + alignment - 1) & ~(size_t)(alignment - 1); }

static struct header *header_of(void *piece) { return (struct header *)piece - 1; }

static void *checked(void *memory) {
  if (!memory) abort();
  return memory;
}

// A thread's first block, while no arena has it.
static pthread_key_t spare;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_spare(void) {
  if (pthread_key_create(&spare, free) != 0) abort();
}

static void add_block(struct martlet_arena *arena, struct block *block, size_t length) {
  *block = (struct block){.next = arena->blocks, .end = (char *)block + length};
  arena->blocks = block;
  arena->next = arena->clean = (char *)block + rounded(sizeof *block);
}

// The rare ways stand apart, so that the common one needs few registers.
#define RARE __attribute__((noinline, cold))

RARE static void *take_large(size_t size) {
  struct owned *owned = checked(calloc(1, sizeof *owned + sizeof(struct header) + size));
  struct owned *list = &current->owned;
  *owned = (struct owned){.next = list->next, .previous = list};
  list->next->previous = owned;
  list->next = owned;
  struct header *header = (struct header *)(owned + 1);
  *header = (struct header){.size = size, .owner = owned};
  return header + 1;
}

/// Sees to it that so many bytes from `next` on are there and zero.
RARE static void make_room(struct martlet_arena *arena, size_t size) {
  if ((size_t)(arena->blocks->end - arena->next) < size) {
    add_block(arena, checked(malloc(largest_block)), largest_block);
  }
  size_t lacking = size - (size_t)(arena->clean - arena->next), rest = (size_t)(arena->blocks->end - arena->clean);
  if (lacking < stretch) lacking = rest < stretch ? rest : stretch;
  memset(arena->clean, 0, lacking);
  arena->clean += lacking;
}

static void *take_zeroed(size_t count, size_t each) {
  size_t size;
  if (__builtin_mul_overflow(count, each, &size)) abort();
  if (size > large) return take_large(size);
  struct martlet_arena *arena = current;
  size_t whole = sizeof(struct header) + rounded(size);
  if ((size_t)(arena->clean - arena->next) < whole) make_room(arena, whole);
  struct header *header = (struct header *)arena->next;
  arena->next += whole;
  header->size = whole - sizeof *header;
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
    memset(header, 0, sizeof *header + header->size);
  }
}

static void *resize(void *piece, size_t size) {
  if (!piece) return take_zeroed(1, size);
  struct header *header = header_of(piece);
  if (size <= header->size) return piece;
  // The newest piece grows where it is.
  size_t more = rounded(size) - header->size;
  struct martlet_arena *arena = current;
  if (!header->owner && size <= large && (char *)piece + header->size == arena->next &&
      (size_t)(arena->blocks->end - arena->next) >= more) {
    if ((size_t)(arena->clean - arena->next) < more) make_room(arena, more);
    header->size += more;
    arena->next += more;
    return piece;
  }
  void *larger = memcpy(take_zeroed(1, size), piece, header->size);
  release(piece);
  return larger;
}

static cmark_mem memory = {take_zeroed, resize, release};

void *martlet_arena_memory(void) { return &memory; }

struct martlet_arena *martlet_arena_begin(void) {
  pthread_once(&once, make_spare);
  struct block *block = pthread_getspecific(spare);
  if (block) {
    pthread_setspecific(spare, NULL);
  } else {
    block = checked(malloc(first_block));
  }
  struct martlet_arena *arena = checked(calloc(1, sizeof *arena));
  arena->outer = current;
  arena->owned.next = arena->owned.previous = &arena->owned;
  add_block(arena, block, first_block);
  current = arena;
  return arena;
}

void martlet_arena_end(struct martlet_arena *arena) {
  for (struct owned *next, *owned = arena->owned.next; owned != &arena->owned; owned = next) {
    next = owned->next;
    free(owned);
  }
  struct block *block = arena->blocks;
  for (struct block *next; block->next; block = next) {
    next = block->next;
    free(block);
  }
  if (pthread_getspecific(spare) || pthread_setspecific(spare, block) != 0) free(block);
  current = arena->outer;
  free(arena);
}
