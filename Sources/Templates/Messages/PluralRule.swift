/// The plural categories of CLDR.
package enum PluralCategory: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other
}

/// Which plural form a whole number takes in a language: the cardinal rules of CLDR 46 for numbers without a fraction.
package enum PluralRule: Sendable {
    /// One form for all numbers: Japanese, Chinese.
    case single
    /// English and most others; also languages without a rule here.
    case oneOnly
    /// 0 and 1 alike: Hindi, Bengali.
    case zeroAndOne
    /// 0 and 1 alike, and one for millions: French, Portuguese.
    case french
    /// English, and one for millions: Spanish, Italian.
    case spanish
    case arabic, eastSlavic, southSlavic, polish, czech, hebrew

    package init(language: String) {
        let primary = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? ""
        self =
            switch primary {
            case "ja", "zh", "ko", "vi", "th", "id", "ms", "my", "km", "lo": .single
            case "hi", "bn", "gu", "kn", "as", "fa", "am", "zu", "pa", "ln", "mg", "ti": .zeroAndOne
            case "fr", "pt": .french
            case "es", "it", "ca": .spanish
            case "ar": .arabic
            case "ru", "uk", "be": .eastSlavic
            case "sr", "hr", "bs": .southSlavic
            case "pl": .polish
            case "cs", "sk": .czech
            case "he", "iw": .hebrew
            default: .oneOnly
            }
    }

    package func category(of number: Int) -> PluralCategory {
        let n = number.magnitude
        return switch self {
        case .single: .other
        case .oneOnly: n == 1 ? .one : .other
        case .zeroAndOne: n <= 1 ? .one : .other
        case .french: n <= 1 ? .one : n % 1_000_000 == 0 ? .many : .other
        case .spanish: n == 1 ? .one : n != 0 && n % 1_000_000 == 0 ? .many : .other
        case .arabic: arabicCategory(of: n)
        case .eastSlavic: slavicCategory(of: n, isOne: n % 10 == 1 && n % 100 != 11, rest: .many)
        case .southSlavic: slavicCategory(of: n, isOne: n % 10 == 1 && n % 100 != 11, rest: .other)
        case .polish: slavicCategory(of: n, isOne: n == 1, rest: .many)
        case .czech: n == 1 ? .one : (2...4).contains(n) ? .few : .other
        case .hebrew: n == 1 ? .one : n == 2 ? .two : .other
        }
    }

    private func arabicCategory(of n: UInt) -> PluralCategory {
        switch (n, n % 100) {
        case (0, _): .zero
        case (1, _): .one
        case (2, _): .two
        case (_, 3...10): .few
        case (_, 11...99): .many
        default: .other
        }
    }

    private func slavicCategory(of n: UInt, isOne: Bool, rest: PluralCategory) -> PluralCategory {
        if isOne { return .one }
        return (2...4).contains(n % 10) && !(12...14).contains(n % 100) ? .few : rest
    }
}
