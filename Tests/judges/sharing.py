"""Share links, decoded by Python's parse_qs, are what went in."""

import urllib.parse

import markup

# Where a network takes what: its host and path, and the parameters that hold the title, the address and the rest.
NETWORKS = {
    ("wa.me", "/"): ("whatsapp", {"text": "{title}\n{url}"}),
    ("x.com", "/intent/tweet"): ("x", {"text": "{title}", "url": "{url}", "hashtags": "{tags}", "via": "{via}"}),
    ("www.facebook.com", "/sharer/sharer.php"): ("facebook", {"u": "{url}"}),
    ("www.linkedin.com", "/sharing/share-offsite/"): ("linkedin", {"url": "{url}"}),
    ("t.me", "/share/url"): ("telegram", {"url": "{url}", "text": "{title}"}),
    ("www.reddit.com", "/submit"): ("reddit", {"url": "{url}", "title": "{title}"}),
    ("bsky.app", "/intent/compose"): ("bluesky", {"text": "{title}\n{url}"}),
    ("share.joinmastodon.org", "/"): ("mastodon", {"text": "{title}\n{url}\n{hashed}"}),
    ("www.threads.com", "/intent/post"): ("threads", {"text": "{title}", "url": "{url}", "tag": "{tag}"}),
    ("mailto", ""): ("email", {"subject": "{title}", "body": "{text}\r\n\r\n{url}"}),
    ("sms", ""): ("sms", {"body": "{title} {url}"}),
}
WITHOUT_UTM = {"email", "sms"}


def root(page):
    return next((node for node in markup.elements(page.tree) if node.get("data-url") is not None), None)


def links(page):
    """Network and address of each share link, those of a site's own networks left out."""
    found = []
    for link in markup.elements(root(page), "a") if root(page) is not None else []:
        parts = urllib.parse.urlsplit(link.get("href"))
        key = (parts.netloc, parts.path) if parts.netloc else (parts.scheme, parts.path)
        if key in NETWORKS:
            found.append((NETWORKS[key][0], link.get("href")))
    return found


def decoded(href):
    """Parameters of a link, from its query, or from its fragment where there is no query."""
    parts = urllib.parse.urlsplit(href)
    # `sms:?&body=` is the one form that both kinds of telephone take.
    query = parts.query.removeprefix("&") if parts.scheme == "sms" else parts.query
    pairs = urllib.parse.parse_qs(query or parts.fragment, keep_blank_values=True, strict_parsing=True, errors="strict")
    return {name: values[0] if len(values) == 1 else values for name, values in pairs.items()}


def expected(network, facts):
    """The parameters that a network has to get; what would be empty is left out."""
    url = facts["url"]
    if facts.get("utm") and network not in WITHOUT_UTM:
        url += ("&" if "?" in url else "?") + f"utm_source={network}&utm_medium=social&utm_campaign=article-share"
    tags = facts.get("tags", [])
    values = {
        "title": facts["title"], "url": url, "text": facts.get("text", ""), "via": facts.get("via", ""), "tags": ",".join(tags),
        "tag": tags[0] if tags else "", "hashed": " ".join("#" + tag for tag in tags),
    }
    shape = next(shape for name, shape in NETWORKS.values() if name == network)
    filled = {name: text.format(**values).strip() for name, text in shape.items()}
    return {name: text for name, text in filled.items() if text}


def problems(page, facts, networks):
    """What is wrong with a page's share links, given what its editor wrote."""
    found = links(page)
    said = [] if [name for name, _ in found] == networks else [f"{page}: links to {[name for name, _ in found]}, not to {networks}"]
    for network, href in found:
        said += [f"{page}: {network}: {text}" for text in link_problems(network, href, facts)]
    return said


def link_problems(network, href, facts):
    if "+" in href:
        yield f"a bare '+' is a space to who reads it: {href}"
    try:
        values = decoded(href)
    except (ValueError, UnicodeDecodeError) as error:
        yield f"does not decode: {error}: {href}"
        return
    wanted = expected(network, facts)
    if values != wanted:
        yield f"decodes to {values}, not to {wanted}"


def shown_facts(page):
    """What a page's own share section says of itself, for pages whose sources are not at hand."""
    node = root(page)
    return {"title": node.get("data-title"), "url": node.get("data-url"), "text": node.get("data-text") or ""}


def plain_problems(page):
    """For any page: each link carries the title and address that the page says it has."""
    node = root(page)
    if node is None:
        return []
    facts, said = shown_facts(page), []
    if facts["url"] != page.canonical:
        said.append(f"{page}: shares {facts['url']}, not {page.canonical}")
    if facts["title"] != page.meta("og:title"):
        said.append(f"{page}: shares {facts['title']!r}, not og:title {page.meta('og:title')!r}")
    for network, href in links(page):
        values, wanted = decoded(href), expected(network, facts)
        for name in ("text", "url", "u", "title", "subject", "body"):
            given = values.get(name, "")
            if name in wanted and not (given == wanted[name] or any(cut(line, wanted[name]) for line in given.splitlines())):
                said.append(f"{page}: {network}: '{name}' is {given!r}, not {wanted[name]!r}")
    return said


def cut(line, wanted):
    """Whether the line is the beginning of what was wanted; addresses may carry what statistics ask for."""
    return bool(line) and any(line.removesuffix("…") in part or line.split("?utm_")[0] == part for part in wanted.splitlines())
