/// Explanations of messages about what networks and search engines make of images.
extension Explanation {
    static let badShareImage = Explanation(
        "Networks do not show the image of a shared link",
        "They take JPEG, PNG, WebP and GIF from 200 × 200 pixels on and up to 5 MB, from the site itself. Best is a JPEG of "
            + "1200 × 630 pixels with less than 300 KB.",
        wrong: "share: {image: /logo.png}",
        right: "share: {image: /share.png}")

    static let poorShareImage = Explanation(
        "Some networks show the image of a shared link badly or not at all",
        "Below 1200 × 630 pixels it is shown small or blurred; WhatsApp often leaves out one of more than 300 KB. An article's own "
            + "picture is shared where no other is named; one that networks do not show, such as an SVG, is left out.",
        wrong: "share: {image: /small.png}",
        right: "share: {image: /share.png}")

    static let shareImageRatio = Explanation(
        "Networks cut off a part of the image of a shared link",
        "They show it about twice as wide as high (1.91 to 1), and cut off what is above and below, or at the sides. Only images "
            + "that were chosen for sharing are looked at.",
        wrong: "share: {image: /square.png}",
        right: "share: {image: /share.png}")

    static let smallLogo = Explanation(
        "The publisher's logo is smaller than search engines take",
        "They ask for 112 × 112 pixels or more.",
        wrong: "publisher: {name: Example Health, logo: /logo.png}",
        right: "publisher: {name: Example Health, logo: /square.png}")
}
