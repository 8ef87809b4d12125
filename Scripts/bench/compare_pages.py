#!/usr/bin/env python3
"""Compares what two builds of one site put out: the addresses, and the bytes in all.

Usage: compare_pages.py MARTLET_OUTPUT HUGO_OUTPUT

Allowed to differ: the fingerprint in the names of the theme's files, what a tool keeps for itself in files and folders whose
names begin with a dot, and the two files for hosts that Hugo does not make, `_headers` and `_redirects`. Exit status 1 where the addresses differ, or the bytes by more than 15 per cent.
"""

import os
import re
import sys

FOR_HOSTS = {"_headers", "_redirects"}


def addresses(root):
    """The files below `root`, as addresses without fingerprints, each with its size."""
    found = {}
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.startswith(".") or name in FOR_HOSTS:
                continue
            path = os.path.join(folder, name)
            address = re.sub(r"^(assets/[a-z]+)\.[0-9a-f]+\.", r"\1.", os.path.relpath(path, root))
            found[address] = os.stat(path).st_size
    return found


def compare(left_root, right_root):
    """What differs, and the bytes of both: `(only_left, only_right, left_bytes, right_bytes, files)`."""
    left, right = addresses(left_root), addresses(right_root)
    return sorted(left.keys() - right.keys()), sorted(right.keys() - left.keys()), sum(left.values()), sum(right.values()), len(left)


def main():
    only_left, only_right, left_bytes, right_bytes, files = compare(*sys.argv[1:3])
    for name, paths in (("first", only_left), ("second", only_right)):
        for path in paths[:20]:
            print(f"only the {name} has {path}")
    ratio = right_bytes / left_bytes
    print(f"{files} files; {left_bytes:,} and {right_bytes:,} bytes ({ratio:.3f})")
    return 1 if only_left or only_right or not 0.85 <= ratio <= 1.15 else 0


if __name__ == "__main__":
    sys.exit(main())
