internal import CPreviewFiles

/// A file that the preview sends with its pages, by its name below `/__martlet/`.
func previewFile(_ name: String) -> [UInt8]? {
    for index in 0..<martlet_preview_file_count() {
        let file = martlet_preview_file_at(index)
        if String(cString: file.name) == name { return Array(UnsafeBufferPointer(start: file.bytes, count: file.count)) }
    }
    return nil
}
