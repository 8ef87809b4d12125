package import SiteModel

/// A theme with nothing in it but what a build needs, in place of the one that comes with the program: tests of the content do
/// not depend on the look of pages.
package let tinyTheme: [ThemeFile] = tinyThemeTexts.map { name, text in
    ThemeFile(name: name, path: "themes/plain/" + name, bytes: Array(text.utf8))
}

private let tinyThemeTexts: [(String, String)] =
    [
        ("theme.yml", "name: plain\nids: [main, faqs]\nblocks: {care: [level, title], contact: [name], cta: [name]}\n"),
        ("strings/en.yml", "home: Home\nfaqsTitle: FAQs\npeopleTitle: People\nnotFoundTitle: Page not found\n"),
        ("assets/style.css", "body{}\n"),
        ("blocks/care.html", "<div>{{ content }}</div>\n"),
        ("blocks/contact.html", "{% if contact %}<p>{{ contact.label }} {{ contact.phone or '' }}</p>{% endif %}\n"),
        (
            "blocks/cta.html",
            "{% if callToAction %}<p><a href=\"{{ callToAction.url }}\">{{ callToAction.label }}</a></p>{% endif %}\n"
        ),
        ("templates/base.html", base),
        ("templates/article.html", child("{{ page.lead }}{{ page.body }}\n" + questions + callToAction)),
        ("templates/page.html", child("{{ page.body }}")),
        ("templates/topic.html", child("{{ page.text }}\n" + questions)),
        ("templates/person.html", child("{{ page.biography }}")),
        ("templates/redirect.html", "<a href=\"{{ href }}\">{{ target }}</a>\n"),
    ] + ["home", "listing", "taxonomy", "term", "faqs", "people", "notFound"].map { ("templates/\($0).html", child("")) }

private let base = """
    <!doctype html><html lang="{{ page.language }}"><head><title>{{ page.title }}</title></head>
    <body><main id="main">{% block main %}{% endblock %}</main></body></html>

    """

private let questions = """
    <div id="faqs">{% for faq in page.faqs %}<div id="{{ faq.id }}">{{ faq.answer }}</div>{% endfor %}</div>

    """

private let callToAction = "{% if page.callToAction %}<aside>{{ page.callToAction.title }}</aside>\n{% endif %}"

private func child(_ content: String) -> String {
    "{% extends \"base.html\" %}\n{% block main %}<h1>{{ page.title }}</h1>\n\(content){% endblock %}\n"
}
