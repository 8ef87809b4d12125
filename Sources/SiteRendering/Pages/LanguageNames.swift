/// What a language calls itself, for readers who look for theirs (CLDR 45); the tag where the table does not have it.
func nameOfLanguage(_ tag: String) -> String {
    let parts = tag.split(separator: "-")
    let language = parts.first.map { $0.lowercased() } ?? tag
    let script = parts.dropFirst().first { $0.utf8.count == 4 }.map { "-" + $0.lowercased() } ?? ""
    guard let name = names[language + script] ?? names[language] else { return tag }
    let territory = parts.dropFirst().first { $0.utf8.count == 2 }
    return name + (territory.map { " (\($0.uppercased()))" } ?? "")
}

private let names = [
    "ar": "العربية", "bn": "বাংলা", "cs": "Čeština", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "en": "English",
    "es": "Español", "fa": "فارسی", "fi": "Suomi", "fr": "Français", "gu": "ગુજરાતી", "he": "עברית", "hi": "हिन्दी", "hu": "Magyar",
    "id": "Indonesia", "it": "Italiano", "ja": "日本語", "kn": "ಕನ್ನಡ", "ko": "한국어", "ml": "മലയാളം", "mr": "मराठी", "nb": "Norsk bokmål",
    "nl": "Nederlands", "pa": "ਪੰਜਾਬੀ", "pl": "Polski", "pt": "Português", "ro": "Română", "ru": "Русский", "sv": "Svenska",
    "ta": "தமிழ்", "te": "తెలుగు", "th": "ไทย", "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt",
    "zh": "中文", "zh-hans": "简体中文", "zh-hant": "繁體中文",
]
