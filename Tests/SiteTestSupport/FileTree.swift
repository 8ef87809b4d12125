package import Foundation

/// Every file below a folder of the disk with its bytes, by its path in the folder.
package func fileTree(_ folder: String) throws -> [String: Data] {
    var tree: [String: Data] = [:]
    let walk = FileManager.default.enumerator(atPath: folder)
    while let name = walk?.nextObject() as? String {
        var isFolder: ObjCBool = false
        let path = folder + "/" + name
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
            tree[name] = try Data(contentsOf: URL(fileURLWithPath: path))
        }
    }
    return tree
}
