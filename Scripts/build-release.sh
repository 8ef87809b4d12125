#!/usr/bin/env bash
# Builds .build/release/martlet so that it needs glibc and nothing else: Swift's libraries, libstdc++ and libgcc go into it.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "$(uname)" != Linux ]; then
  exec swift build -c release --product martlet "$@"
fi
# A folder that holds libstdc++.a and no shared object, for the linker to look into first.
archives=.build/archives
mkdir -p "$archives"
# Swift brings a clang of its own; a gcc need not be there.
tools="$(dirname "$(readlink -f "$(command -v swiftc)")")"
ln -sf "$(readlink -f "$("$tools/clang" -print-file-name=libstdc++.a)")" "$archives/libstdc++.a"
# The allocator. Its parts are linked one by one: what comes out of an archive is hidden from the C library, which has to use the
# same allocator, since each frees what the other made.
parts="$archives/jemalloc"
rm -rf "$parts"
mkdir -p "$parts"
(cd "$parts" && "$tools/llvm-ar" x "$("$tools/clang" -print-file-name=libjemalloc_pic.a)" && rm -f jemalloc_cpp*)
# Its settings; and its memory comes from `martlet_map`.
"$tools/clang" -std=c23 -O2 -Wall -Wextra -Werror -fPIC -c Scripts/allocator.c -o "$parts/settings.o"
"$tools/llvm-objcopy" --redefine-sym mmap=martlet_map "$parts/pages.pic.o"
allocator=()
for part in "$PWD/$parts"/*.o; do allocator+=(-Xlinker "$part"); done
# The last flag: types are made by functions that the compiler wrote and not out of their names. To find one by its name, the system
# goes through everything that any type conforms to.
exec swift build -c release --product martlet --static-swift-stdlib "${allocator[@]}" \
  -Xlinker "-L$PWD/$archives" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors "$@"
