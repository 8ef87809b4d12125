/// Every kind of message, by the code that messages show and `martlet explain` takes.
package enum DiagnosticCode: String, CaseIterable, Sendable {
    // The bytes of a source file.
    case notUTF8 = "not-utf8"
    case controlCharacter = "control-character"
    case fileTooLarge = "file-too-large"
    case refusedFile = "refused-file"

    // Front matter and configuration.
    case missingFrontMatter = "missing-front-matter"
    case unclosedFrontMatter = "unclosed-front-matter"
    case yamlSyntax = "yaml-syntax"
    case yamlAlias = "yaml-alias"
    case yamlTooDeep = "yaml-too-deep"
    case duplicateKey = "duplicate-key"
    case unknownKey = "unknown-key"
    case renamedKey = "renamed-key"
    case missingKey = "missing-key"
    case wrongType = "wrong-type"
    case badBoolean = "bad-boolean"
    case badDate = "bad-date"
    case badURL = "bad-url"
    case badPhone = "bad-phone"
    case badLanguage = "bad-language"
    case badValue = "bad-value"
    case dateOrder = "date-order"
    case insecureSite = "insecure-site"
    case missingConfig = "missing-config"
    case unknownTimeZone = "unknown-time-zone"

    // Markdown.
    case unknownAlert = "unknown-alert"
    case badAttributes = "bad-attributes"
    case rawHTML = "raw-html"
    case unsafeHTML = "unsafe-html"
    case nestedTooDeep = "nested-too-deep"
    case tooComplex = "too-complex"
    case unclosedContainer = "unclosed-container"
    case unclosedCode = "unclosed-code"
    case undefinedReference = "undefined-reference"
    case unknownContainer = "unknown-container"
    case textBeforeQuestion = "text-before-question"
    case missingAnswer = "missing-answer"
    case footnoteInAnswer = "footnote-in-answer"
    case questionWithoutID = "question-without-id"
    case headingOrder = "heading-order"
    case extraTitle = "extra-title"
    case emptyHeading = "empty-heading"
    case headlessTable = "headless-table"
    case missingAlt = "missing-alt"
    case poorAlt = "poor-alt"
    case emptyLink = "empty-link"
    case vagueLink = "vague-link"
    case inaccessibleHTML = "inaccessible-html"
    case careCard = "care-card"

    // What belongs together.
    case misplacedFile = "misplaced-file"
    case duplicateURL = "duplicate-url"
    case duplicateID = "duplicate-id"
    case duplicateFeedID = "duplicate-feed-id"
    case badURLPath = "bad-url-path"
    case brokenLink = "broken-link"
    case brokenAnchor = "broken-anchor"
    case missingImage = "missing-image"
    case badImage = "bad-image"
    case misnamedImage = "misnamed-image"
    case badIcon = "bad-icon"
    case unpublishedLink = "unpublished-link"
    case unsafeLink = "unsafe-link"
    case remoteImage = "remote-image"
    case unknownPerson = "unknown-person"
    case unknownFAQ = "unknown-faq"
    case unknownRecord = "unknown-record"
    case unknownNetwork = "unknown-network"
    case longShareTitle = "long-share-title"
    case badShareImage = "bad-share-image"
    case poorShareImage = "poor-share-image"
    case shareImageRatio = "share-image-ratio"
    case smallLogo = "small-logo"
    case unknownTemplate = "unknown-template"
    case tagSpelling = "tag-spelling"
    case duplicateTranslation = "duplicate-translation"
    case loneTranslation = "lone-translation"

    // What makes an article one to trust.
    case missingAuthor = "missing-author"
    case textLength = "text-length"
    case personName = "person-name"
    case futureDate = "future-date"
    case reviewOverdue = "review-overdue"
    case missingReview = "missing-review"
    case ownReview = "own-review"
    case missingReferences = "missing-references"
    case missingDisclaimer = "missing-disclaimer"
    case missingCredentials = "missing-credentials"
    case duplicateQuestion = "duplicate-question"

    // What only `martlet check` says: suggestions, none of which a build needs.
    case similarQuestion = "similar-question"
    case orphanQuestion = "orphan-question"
    case missingDescription = "missing-description"
    case longTitle = "long-title"
    case longSentences = "long-sentences"
    case readingLevel = "reading-level"

    // What other sites answer, with `martlet check --external`.
    case deadLink = "dead-link"
    case movedLink = "moved-link"
    case unansweredLink = "unanswered-link"

    // Themes and templates.
    case unknownTheme = "unknown-theme"
    case themeFile = "theme-file"
    case templateSyntax = "template-syntax"
    case templateName = "template-name"
    case templateFilter = "template-filter"
    case templateInclude = "template-include"
    case templateCycle = "template-cycle"
    case templateType = "template-type"
    case templateValue = "template-value"

    // The output folder.
    case foreignOutput = "foreign-output"

    /// How much a message of this kind matters. Errors cannot be lowered, but for the references that a site being moved in
    /// may lower with `severity:`.
    package var severity: Severity {
        switch self {
        case .questionWithoutID, .headingOrder, .tagSpelling, .remoteImage, .misnamedImage, .undefinedReference: .warning
        case .missingAuthor, .textLength, .personName, .futureDate, .reviewOverdue, .missingReview, .ownReview: .warning
        case .missingReferences, .missingDisclaimer, .missingCredentials, .duplicateQuestion: .warning
        case .insecureSite, .longShareTitle, .loneTranslation, .poorShareImage, .smallLogo, .badIcon: .warning
        case .headlessTable, .poorAlt, .vagueLink, .careCard, .deadLink: .warning
        case .shareImageRatio, .foreignOutput: .note
        case .similarQuestion, .orphanQuestion, .missingDescription, .longTitle, .longSentences, .readingLevel: .note
        case .movedLink, .unansweredLink: .note
        default: .error
        }
    }

    /// Who says it.
    package var origin: Origin {
        switch self {
        case .similarQuestion, .orphanQuestion, .missingDescription, .longTitle, .longSentences, .readingLevel: .check
        case .deadLink, .movedLink, .unansweredLink: .externalCheck
        default: .build
        }
    }

    package enum Origin: Sendable {
        /// Every command that reads a site.
        case build
        /// `martlet check` alone.
        case check
        /// `martlet check --external` alone.
        case externalCheck
    }
}
