package import SiteModel

/// Writes a small site that shows every kind of page and builds without a message. Gives back how many files it has.
package func makeSite(at path: String, on day: Day) throws(PublishError) -> Int {
    let present = (try? DiskFileSystem(root: path).entries(of: "")) ?? []
    guard present.isEmpty else { throw .refused("\(path) is not empty; choose another folder") }
    var folder = try OutputFolder(root: path)
    let files = starterSite(on: day)
    for (name, text) in files { try folder.write(Array(text.utf8), to: name) }
    return files.count
}
