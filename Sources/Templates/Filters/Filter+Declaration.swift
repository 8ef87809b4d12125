extension Filter {
    /// Every filter, in the order of their names; the checker and the documentation read the same.
    package static let declarations: [FilterDeclaration] = allCases.map(\.declaration)

    /// By name and alias.
    static let byName: [String: FilterDeclaration] = {
        var table: [String: FilterDeclaration] = [:]
        for declaration in declarations {
            for name in [declaration.name] + declaration.aliases { table[name] = declaration }
        }
        return table
    }()

    package var declaration: FilterDeclaration {
        switch self {
        case .capitalize, .lower, .upper, .title, .trim, .truncate, .replace, .striptags, .urlencode, .wordcount:
            textDeclaration
        case .escape, .safe, .string, .tojson, .int, .abs: conversionDeclaration
        default: listDeclaration
        }
    }

    func declare(
        _ accepts: ValueKinds, _ result: FilterDeclaration.ResultType, _ summary: String, aliases: [String] = [],
        _ parameters: [FilterParameter] = []
    ) -> FilterDeclaration {
        FilterDeclaration(
            filter: self, aliases: aliases, accepts: accepts, parameters: parameters, result: result, summary: summary)
    }

    private var textDeclaration: FilterDeclaration {
        switch self {
        case .capitalize: declare(.scalar, .text, "The first letter in upper case, the others in lower case.")
        case .lower: declare(.scalar, .text, "All letters in lower case.")
        case .upper: declare(.scalar, .text, "All letters in upper case.")
        case .title: declare(.scalar, .type(.string), "Every word with its first letter in upper case, the others in lower case.")
        case .striptags:
            declare(.scalar, .type(.string), "The text of HTML: without tags and comments, runs of white space as one space.")
        case .urlencode:
            declare(.scalar, .type(.string), "Text for use in a URL: all but letters, digits and `_.-~/` as `%XX`.")
        case .wordcount: declare(.scalar, .type(.int), "How many words there are.")
        case .trim:
            declare(
                .scalar, .text, "Without white space, or the given characters, at both ends.",
                [FilterParameter("chars", .text, Value.none)])
        case .truncate:
            declare(
                .scalar, .text,
                "At most so many characters, cut between words and ended with `end`; a text longer by no more than `leeway` stays whole.",
                [
                    FilterParameter("length", .int, .int(255)), FilterParameter("killwords", .bool, .bool(false)),
                    FilterParameter("end", .text, .string("...")), FilterParameter("leeway", .int, .int(5)),
                ])
        default:
            declare(
                .scalar, .text, "Every occurrence of a text, or the first `count`, replaced by another.",
                [
                    FilterParameter("old", .scalar), FilterParameter("new", .scalar),
                    FilterParameter("count", .int, Value.none),
                ])
        }
    }

    private var conversionDeclaration: FilterDeclaration {
        switch self {
        case .escape:
            declare(.scalar, .type(.html), "HTML that shows the text as it is; HTML stays what it is.", aliases: ["e"])
        case .safe: declare(.scalar, .type(.html), "The text taken for HTML that needs no escaping.")
        case .string: declare(.scalar, .text, "A number, or true or false, as text.")
        case .tojson:
            declare([.scalar, .list, .object, .none], .type(.html), "JSON that is safe in a script and in an attribute.")
        case .abs: declare(.int, .type(.int), "The number without its sign.")
        default:
            declare(
                .scalar, .type(.int), "The number that a text says, or the default.",
                [FilterParameter("default", .int, .int(0))])
        }
    }
}
