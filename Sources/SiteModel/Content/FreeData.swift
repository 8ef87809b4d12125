/// What an editor wrote under `extra:`, of any shape.
package indirect enum FreeData: Sendable, Equatable {
    case none
    case bool(Bool)
    case int(Int)
    case string(String)
    case list([FreeData])
    case object([Entry])

    package struct Entry: Sendable, Equatable {
        package var key: String
        package var value: FreeData

        package init(key: String, value: FreeData) {
            self.key = key
            self.value = value
        }
    }
}
