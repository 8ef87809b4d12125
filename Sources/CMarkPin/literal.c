#include <cmark-gfm.h>
// Node's own fields, as the package declares them that the library comes from.
#include <cmark-gfm/node.h>
#include <string.h>

#include "CMarkPin.h"

struct martlet_bytes martlet_literal(struct cmark_node *node) {
  cmark_chunk literal = node->type == CMARK_NODE_CODE_BLOCK ? node->as.code.literal : node->as.literal;
  // Up to a NUL, which no text has: the name of a footnote whose `^` is written as an entity reaches past the end of its memory.
  return (struct martlet_bytes){literal.data, literal.data ? strnlen((const char *)literal.data, (size_t)literal.len) : 0};
}
