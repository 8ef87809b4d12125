/// Explanations of messages about images.
extension Explanation {
    static let badImage = Explanation(
        "A file that a page shows as an image is none",
        "Readers would see a broken picture. The file is cut off, holds something else, or is of a kind that browsers do not "
            + "show. Use PNG, JPEG, GIF, WebP, AVIF or SVG. An SVG needs 'xmlns=\"http://www.w3.org/2000/svg\"' in its first "
            + "element, and a name that ends in '.svg', which no other kind may have.",
        wrong: "![A letter](/letter.pdf)",
        right: "![A letter](/logo.png)")

    static let misnamedImage = Explanation(
        "An image has the name of another kind",
        "Web servers tell readers' programs the kind of a file by its name. Browsers look for themselves; other programs, such "
            + "as those that show a preview of a shared link, may give up. Rename the file.",
        wrong: "![A bed](/bed.jpg)",
        right: "![A bed](/logo.png)")

    static let badIcon = Explanation(
        "An icon of the site does not suit its place",
        "Phones and browsers want each icon in a kind and size of its own: 'favicon' is an ICO or PNG, 'svg' an SVG, 'apple' a "
            + "PNG of 180 × 180 pixels, 'png192' and 'png512' are PNGs of those sizes, 'maskable' is one of 512 × 512 with what "
            + "matters in its middle. Where one does not fit, they scale it, put a border around it or show none. A web manifest "
            + "needs 'png192' and 'png512'.",
        wrong: "icons: {apple: /logo.png}",
        right: "icons: {favicon: /logo.png}")
}
