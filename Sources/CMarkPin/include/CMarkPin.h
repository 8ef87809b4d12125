#pragma once

/// Makes the special characters of libcmark-gfm's extensions permanent for this process.
///
/// Every parse of libcmark-gfm 0.29.0.gfm.6 switches the characters of its extensions (`~`, `:`, `w`, `@` …) on in a
/// process-wide table and off again when it ends, so a parse on one thread breaks the parses on the others. The linker
/// sends both calls here (`--wrap`): switching on happens once, switching off never. Call this once, before the first
/// worker starts, after parsing one document with every extension.
void martlet_pin_special_characters(void);
