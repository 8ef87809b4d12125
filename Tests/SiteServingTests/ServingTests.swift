import Testing

/// Previews, one at a time: each has threads of its own and measures how long others wait.
@Suite(.serialized) enum ServingTests {}
