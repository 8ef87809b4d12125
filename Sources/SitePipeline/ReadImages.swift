/// Reads what the files that are images by their names hold, each only as far as its size needs.

internal import SiteModel
internal import SiteParsing

/// The images among files, by path. What is no image inside is left out.
func readImages(
    _ paths: [String], jobs: Int, in files: some FileSystem, _ memory: inout ReadSources?
) async -> Outcome<[String: ImageFacts]> {
    let named = paths.filter { ImageKind(fileName: $0) != nil }
    let known = memory?.images ?? [:]
    let outcomes = await inParallel(named, jobs: jobs) { path -> Outcome<ImageFacts?> in
        if let known = known[path] { return Outcome(known) }
        do throws(FileSystemError) {
            return Outcome(try facts(of: path, in: files))
        } catch {
            let diagnostic = Diagnostic(.refusedFile, "the file cannot be read: \(error.reason)", at: SourceLocation(path))
            return Outcome(nil, Diagnostics([diagnostic]))
        }
    }
    var diagnostics = Diagnostics()
    var images: [String: ImageFacts] = [:]
    for (path, outcome) in zip(named, outcomes) { images[path] = diagnostics.collect(outcome) }
    memory?.images = images
    return Outcome(images, diagnostics)
}

/// How much of a file is read at first, and how much more where its size stands further on: behind a profile and a preview, or
/// behind what a program of one's own put before it. An image whose size is not in the last of them has none.
private let steps = [4096, 262_144, 16_777_216]

private func facts(of path: String, in files: some FileSystem) throws(FileSystemError) -> ImageFacts? {
    for limit in steps {
        let start = try files.read(path, upTo: limit)
        switch readImage(start.bytes, isWhole: start.isWhole) {
        case .image(let kind, let size): return ImageFacts(kind: kind, size: size, byteCount: start.size)
        case .none: return nil
        case .unfinished: continue
        }
    }
    return nil
}
