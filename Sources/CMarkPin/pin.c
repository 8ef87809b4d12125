#define _GNU_SOURCE

#include "CMarkPin.h"

#include <cmark-gfm.h>
#include <pthread.h>
#include <stdatomic.h>

#if defined(__linux__)

void __real_cmark_inlines_add_special_character(unsigned char c, bool emphasis);
void __real_cmark_inlines_remove_special_character(unsigned char c, bool emphasis);

void __real_cmark_consolidate_text_nodes(cmark_node *root);

static bool pinned;

void __wrap_cmark_inlines_add_special_character(unsigned char c, bool emphasis) {
  if (!pinned) __real_cmark_inlines_add_special_character(c, emphasis);
}

void __wrap_cmark_inlines_remove_special_character(unsigned char c, bool emphasis) {
  (void)c;
  (void)emphasis;
}

// Held for reading during a parse, for writing while the table changes. A writer goes first, since the others never stop reading.
static pthread_rwlock_t table = PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP;
static atomic_bool finds_addresses;

// The characters at which the autolink extension looks for an address.
static void find_addresses(bool on) {
  void (*change)(unsigned char, bool) =
      on ? __real_cmark_inlines_add_special_character : __real_cmark_inlines_remove_special_character;
  change('w', false);
  change(':', false);
  atomic_store(&finds_addresses, on);
}

// Whether the texts of the parse at hand may stay in the pieces that they were cut into.
static _Thread_local bool keeps_pieces;

void __wrap_cmark_consolidate_text_nodes(cmark_node *root) {
  if (!keeps_pieces) __real_cmark_consolidate_text_nodes(root);
}

void martlet_pin_special_characters(void) {
  pinned = true;
  find_addresses(false);
}

void martlet_parse_begin(bool has_addresses) {
  // Nobody waits for the characters to go: they only cost time.
  if (!has_addresses && atomic_load(&finds_addresses) && pthread_rwlock_trywrlock(&table) == 0) {
    find_addresses(false);
    pthread_rwlock_unlock(&table);
  }
  pthread_rwlock_rdlock(&table);
  while (has_addresses && !atomic_load(&finds_addresses)) {
    pthread_rwlock_unlock(&table);
    pthread_rwlock_wrlock(&table);
    if (!atomic_load(&finds_addresses)) find_addresses(true);
    pthread_rwlock_unlock(&table);
    pthread_rwlock_rdlock(&table);
  }
  keeps_pieces = !has_addresses;
}

void martlet_parse_end(void) {
  keeps_pieces = false;
  pthread_rwlock_unlock(&table);
}

#else
#error "this platform's linker has no --wrap, without which libcmark-gfm is not safe for threads"
#endif
