import CYAML

/// What libyaml says is wrong, in words for people who have not read YAML's specification.
struct YAMLFault {
    let message: String
    let help: String
    /// Whether the cause stands where the quote, list or key at hand began, and not where libyaml noticed it.
    let isAtContext: Bool

    init(_ parser: yaml_parser_t) {
        let problem = parser.problem.map { String(cString: $0) } ?? "not valid YAML"
        let context = parser.context.map { String(cString: $0) } ?? ""
        if let known = YAMLFault.known(problem, context) {
            self = known
        } else {
            let words = context.isEmpty ? problem : "\(problem) \(context)"
            self.init(words, "put the value in quotes if it holds other signs than letters and digits")
        }
    }

    private init(_ message: String, _ help: String, isAtContext: Bool = false) {
        self.message = message
        self.help = help
        self.isAtContext = isAtContext
    }

    private static func known(_ problem: String, _ context: String) -> YAMLFault? {
        switch problem {
        case "mapping values are not allowed in this context":
            YAMLFault("':' has no place here", "put the value in quotes if it holds ': ', and begin all keys in the same column")
        case "found unexpected end of stream", "found unexpected document indicator":
            YAMLFault("the quote that begins here does not end", "write the same quote behind the value", isAtContext: true)
        case "did not find expected ',' or ']'":
            YAMLFault("the list that begins here lacks ',' or ']'", "write '[one, two]'", isAtContext: true)
        case "did not find expected ',' or '}'":
            YAMLFault("the group that begins here lacks ',' or '}'", "write '{one: 1, two: 2}'", isAtContext: true)
        case "could not find expected ':'":
            YAMLFault("the key that begins here lacks ':'", "write 'key: value'", isAtContext: true)
        case "did not find expected key":
            YAMLFault("expected a key here", "begin all keys in the same column, and look for a quote above that ends too early")
        case "did not find expected '-' indicator":
            YAMLFault("expected an item of the list here", "begin all items with '- ' in the same column")
        case "block sequence entries are not allowed in this context":
            YAMLFault("a list has no place here", "begin it on the next line, below its key")
        case "found character that cannot start any token":
            YAMLFault("a value cannot begin with this sign", "put the value in quotes; indent with spaces, not with tabs")
        case "found unknown escape character":
            YAMLFault("'\\' has a meaning of its own between double quotes", "write '\\\\', or put the value in single quotes")
        case "control characters are not allowed":
            YAMLFault("a character that YAML does not allow", "delete it")
        case "did not find expected alphabetic or numeric character":
            YAMLFault(
                "'&' and '*' have a meaning of their own at the start of a value", "put the value in quotes", isAtContext: true)
        case _ where problem.contains("tab character"):
            YAMLFault("a tab cannot indent YAML", "indent with spaces")
        default: nil
        }
    }
}
