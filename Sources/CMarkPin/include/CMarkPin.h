#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Makes the special characters of libcmark-gfm's extensions permanent for this process.
///
/// Every parse of libcmark-gfm 0.29.0.gfm.6 switches the characters of its extensions (`~`, `:`, `w` …) on in a process-wide
/// table and off again when it ends, so a parse on one thread breaks the parses on the others. The linker sends both calls here
/// (`--wrap`): switching on happens once, switching off never, but for two characters (below). Call this once, before the first
/// worker starts, after parsing one document with every extension.
void martlet_pin_special_characters(void);

/// Two of these characters are switched all the same: `w` and `:`, at which a text is cut into pieces, to look for bare addresses.
/// They are on while a text is parsed that may hold one. Stands before every parse; nothing is parsed between a beginning and its end
/// but one text.
///
/// Texts without addresses come back in the pieces that they were cut into; the library would join them, which is done here when they
/// become values. The autolink extension looks for addresses in texts that are whole.
void martlet_parse_begin(bool has_addresses);
void martlet_parse_end(void);

/// Memory for one parse on this thread. libcmark-gfm asks for hundreds of small pieces for a text; they are cut from a few blocks,
/// and all go at once when the arena ends, so neither the tree nor the parser is freed by itself. What is made with
/// `martlet_arena_memory` between a beginning and its end lives until that end, on the thread of the beginning.
struct martlet_arena;
struct martlet_arena *martlet_arena_begin(void);
void martlet_arena_end(struct martlet_arena *arena);

/// The functions to hand to libcmark-gfm, its `cmark_mem`.
void *martlet_arena_memory(void);

/// The literal text of a node that has one. The library itself would copy it first, to end it with a NUL.
struct cmark_node;
struct martlet_bytes { const uint8_t *start; size_t count; };
struct martlet_bytes martlet_literal(struct cmark_node *node);
