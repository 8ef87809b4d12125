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
exec swift build -c release --product martlet --static-swift-stdlib \
  -Xlinker "-L$PWD/$archives" -Xswiftc -Xclang-linker -Xswiftc -static-libgcc "$@"
