extension Filter {
    var listDeclaration: FilterDeclaration {
        switch self {
        case .first: declare(.list, .item, "The first item; the list must be known not to be empty.")
        case .last: declare(.list, .item, "The last item; the list must be known not to be empty.")
        case .items:
            declare(.object, .type(.list(.list(.dynamic))), "The keys and values of free data, for a loop with two variables.")
        case .length:
            declare(
                [.string, .html, .list, .object], .type(.int), "How many characters, items or keys there are.", aliases: ["count"]
            )
        case .list: declare([.list], .same, "The list itself.")
        case .reverse: declare([.list, .string], .same, "The items, or the characters of a text, from the last to the first.")
        case .sum: declare(.list, .type(.int), "The sum of numbers.")
        case .batch, .join, .sort, .unique: arrangingDeclaration
        default: choosingDeclaration
        }
    }

    private var arrangingDeclaration: FilterDeclaration {
        switch self {
        case .batch:
            declare(
                .list, .listOfSame,
                "Lists of so many items each; the last is filled up when there is something to fill with.",
                [FilterParameter("linecount", .int), FilterParameter("fill_with", .any, Value.none)])
        case .join:
            declare(
                .list, .text, "The items printed one after the other, with a text between them.",
                [FilterParameter("d", .scalar, .string(""))])
        case .sort:
            declare(
                .list, .same, "The items in order; text by letters unless `case_sensitive`.",
                [FilterParameter("reverse", .bool, .bool(false)), FilterParameter("case_sensitive", .bool, .bool(false))])
        default:
            declare(
                .list, .same, "The items without those that came before; text by letters unless `case_sensitive`.",
                [FilterParameter("case_sensitive", .bool, .bool(false))])
        }
    }

    private var choosingDeclaration: FilterDeclaration {
        let attribute = FilterParameter("attribute", .string)
        let test = [FilterParameter("test", .string, Value.none), FilterParameter("value", .any, Value.none)]
        return switch self {
        case .map: declare(.list, .special, "One field of every item: `map(attribute='title')`.", [attribute])
        case .selectattr:
            declare(
                .list, .special, "The items of which a field is true, or equals a value: `selectattr('kind', 'equalto', 'x')`.",
                [attribute] + test)
        case .rejectattr:
            declare(
                .list, .special, "The items of which a field is not true, or does not equal a value.", [attribute] + test)
        default:
            declare(
                .any, .special,
                "Another value where free data has none; with `true` as second argument also where the value is none or empty.",
                aliases: ["d"],
                [FilterParameter("default_value", .any, .string("")), FilterParameter("boolean", .bool, .bool(false))])
        }
    }
}
