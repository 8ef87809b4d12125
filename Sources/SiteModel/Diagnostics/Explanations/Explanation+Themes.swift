/// Explanations of messages about themes, templates and the output folder.
extension Explanation {
    static let unknownTheme = Explanation(
        "The theme is not there",
        "'theme:' in site.yml names a folder in 'themes/', or 'plain', which comes with Martlet.",
        wrong: "theme: plian",
        right: "theme: plain")

    static let themeFile = Explanation(
        "A file that has no place in a theme",
        "A theme has 'theme.yml' and the folders 'templates', 'blocks', 'assets' and 'strings'. Style sheets, scripts and "
            + "images stand in 'assets'.",
        wrong: "themes/plain/style.css",
        right: "themes/plain/assets/style.css")

    static let templateSyntax = Explanation(
        "A template is not written as the language asks",
        "Every '{{' ends with '}}', every '{%' with '%}', and every 'if', 'for' and 'block' with its 'end…'.",
        wrong: "{% if page.title %}{{ page.title }}",
        right: "{% if page.title %}{{ page.title }}{% endif %}")

    static let templateName = Explanation(
        "A name that the template does not know",
        "Templates see 'site', 'assets' and 'page'. 'martlet inspect PAGE' shows what is in them for a page. Names are "
            + "checked on every branch, before any page is made.",
        wrong: "{{ page.titel }}",
        right: "{{ page.title }}")

    static let templateFilter = Explanation(
        "A filter or test that there is not, or one used on the wrong kind of value",
        "Filters are those of Jinja that Martlet has; each takes one kind of value.",
        wrong: "{{ page.title|uper }}",
        right: "{{ page.title|upper }}")

    static let templateInclude = Explanation(
        "A template names another that the theme does not have",
        "Names are paths below the theme's 'templates/'; blocks stand in 'blocks/NAME.html'.",
        wrong: "{% extends \"bse.html\" %}",
        right: "{% extends \"base.html\" %}")

    static let templateCycle = Explanation(
        "Templates include or extend each other in a circle",
        "The page would have no end. Move what both need into a third template.",
        wrong: "{% include \"page.html\" %}",
        right: "{{ page.body }}")

    static let templateType = Explanation(
        "A value is used as something that it is not",
        "Lists are shown with 'for', records by their fields. A value that may be missing is asked for first: '{% if "
            + "page.description %}'.",
        wrong: "{{ page.breadcrumbs }}",
        right: "{% for crumb in page.breadcrumbs %}{{ crumb.title }}{% endfor %}")

    static let templateValue = Explanation(
        "A page lacks a value that its template asks for",
        "What stands under 'extra:' is known only when the page is made. Ask for it with 'is defined', or give it a "
            + "default.",
        wrong: "{{ page.extra.colour }}",
        right: "{{ page.extra.colour|default(\"\") }}")

    static let foreignOutput = Explanation(
        "The output folder holds files that Martlet did not write",
        "They are left alone, and no page links to them. A file that belongs to the site stands in 'content/static/', "
            + "from where every build copies it.",
        wrong: "output/google123.html",
        right: "content/static/google123.html")
}
