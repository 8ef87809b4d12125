/// What is wrong with a language tag, and the right one where that is known; nil for a tag that browsers understand.
///
/// The syntax of BCP 47 (RFC 5646), with codes that there are: two letters of ISO 639-1, or three where a language has no two
/// (those are not checked one by one); ISO 3166-1 or a number for the region. Case does not matter.
func languageFault(_ tag: String) -> (message: String, correction: String?)? {
    let message = "'\(tag)' is not a language tag"
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false).map { $0.lowercased() }
    guard let language = parts.first, tag.utf8.allSatisfy({ isAlphanumeric($0) || $0 == 0x2D }) else {
        return (message, correction(of: tag))
    }
    let rest = Array(parts.dropFirst())
    let tail = rest.isEmpty ? "" : "-" + tag.split(separator: "-").dropFirst().joined(separator: "-")
    if let code = otherNames[language] { return ("'\(language)' is not the code of a language", code + tail) }
    guard isLetters(language, 2...3) else { return (message, nil) }
    if language.utf8.count == 2, !languages.contains(language) {
        return ("no language has the code '\(language)'", nil)
    }
    return subtagFault(tag, language, rest)
}

/// Looks at what stands behind the language: script, region, variants, extensions, each once and in this order.
private func subtagFault(_ tag: String, _ language: String, _ subtags: [String]) -> (message: String, correction: String?)? {
    var rest = subtags[...]
    if let script = rest.first, isLetters(script, 4...4) { rest.removeFirst() }
    if let region = rest.first, isLetters(region, 2...2) || isDigits(region, 3) {
        rest.removeFirst()
        if isLetters(region, 2...2), !regions.contains(region.uppercased()) {
            let known = region == "uk" ? tag.replacingRegion(region, with: "GB") : nil
            return ("no country has the code '\(region.uppercased())'", known)
        }
    }
    while let variant = rest.first, isVariant(variant) { rest.removeFirst() }
    guard let singleton = rest.first else { return nil }
    let isExtended =
        singleton.utf8.count == 1 && rest.count > 1 && rest.dropFirst().allSatisfy { (1...8).contains($0.utf8.count) }
    return isExtended ? nil : ("'\(tag)' is not a language tag", nil)
}

private func isVariant(_ text: String) -> Bool {
    (5...8).contains(text.utf8.count) || (text.utf8.count == 4 && (0x30...0x39).contains(text.utf8.first ?? 0))
}

/// `en_GB` is the name of a locale, `english` that of a language.
private func correction(of tag: String) -> String? {
    let dashed = String(decoding: tag.utf8.prefix { $0 != 0x2E }.map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
    guard dashed != tag else { return nil }
    guard let fault = languageFault(dashed) else { return dashed }
    return fault.correction
}

private func isLetters(_ text: String, _ count: ClosedRange<Int>) -> Bool {
    count.contains(text.utf8.count) && text.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
}

private func isDigits(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }

extension String {
    fileprivate func replacingRegion(_ region: String, with other: String) -> String {
        split(separator: "-").map { $0.lowercased() == region ? other : String($0) }.joined(separator: "-")
    }
}

/// Codes and names that are written for a language and are none, or that RFC 5646 replaces: two letters go before three.
private let otherNames = [
    "english": "en", "hindi": "hi", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es", "arabic": "ar",
    "chinese": "zh", "portuguese": "pt", "bengali": "bn", "urdu": "ur", "tamil": "ta",
    "jp": "ja", "cn": "zh", "kp": "ko", "cz": "cs", "dk": "da", "gr": "el", "ua": "uk", "iw": "he", "in": "id", "ji": "yi",
    "eng": "en", "hin": "hi", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt", "ara": "ar",
    "zho": "zh", "chi": "zh", "jpn": "ja", "rus": "ru", "ben": "bn", "urd": "ur", "tam": "ta", "tel": "te", "mar": "mr",
    "ita": "it", "nld": "nl", "dut": "nl", "kor": "ko", "tur": "tr", "pol": "pl", "fas": "fa", "per": "fa", "heb": "he",
]

/// ISO 639-1.
private let languages = words(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
    eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja
    jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb
    nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so
    sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """)

/// ISO 3166-1.
private let regions = words(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
    TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """)

private func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
}
