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
clang="$(dirname "$(readlink -f "$(command -v swiftc)")")/clang"
ln -sf "$(readlink -f "$("$clang" -print-file-name=libstdc++.a)")" "$archives/libstdc++.a"
# The allocator. Its parts are linked one by one: what comes out of an archive is hidden from the C library, which has to use the
# same allocator, since each frees what the other made.
parts="$archives/jemalloc"
rm -rf "$parts"
mkdir -p "$parts"
(cd "$parts" && "$(dirname "$clang")/llvm-ar" x "$("$clang" -print-file-name=libjemalloc_pic.a)" && rm -f jemalloc_cpp*)
# How it works: with large pages of memory, since a build goes through all that it has; what is free stays with the program for a
# minute, not for ten seconds; pieces of up to 128 KB, finished pages among them, stay with their thread.
echo 'const char *malloc_conf = "thp:always,dirty_decay_ms:60000,tcache_max:131072";' |
  "$(dirname "$clang")/clang" -x c -c -o "$parts/settings.o" -
allocator=()
for part in "$PWD/$parts"/*.o; do allocator+=(-Xlinker "$part"); done
# The last flag: types are made by functions that the compiler wrote and not out of their names. To find one by its name, the system
# goes through everything that any type conforms to.
exec swift build -c release --product martlet --static-swift-stdlib "${allocator[@]}" \
  -Xlinker "-L$PWD/$archives" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors "$@"
