"""Serves a built site on this machine as a static host would: pretty addresses, 404.html, and the headers of `_headers`."""

import http.server
import pathlib
import re
import threading
import time
import urllib.parse

TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json", ".xml": "application/xml", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
    ".webp": "image/webp", ".avif": "image/avif", ".gif": "image/gif", ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2", ".webmanifest": "application/manifest+json",
}
# Between two pieces of a page: longer than the browser takes to show one.
DRIP_PAUSE = 0.025
IMAGES = {".svg", ".png", ".jpg", ".webp", ".avif", ".gif"}
# For a site without `_headers`: the strict policy that pages have to work under.
STRICT = [("/*", {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "upgrade-insecure-requests",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), "
    "usb=(), web-share=(self), clipboard-write=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
})]


def read_headers(text):
    """The rules of a `_headers` file: a path, with `*` for anything and `:name` for one part, and below it a header a line."""
    rules = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), {}))
        else:
            name, _, value = line.strip().partition(":")
            rules[-1][1][name.strip()] = value.strip()
    return rules


def headers_for(path, rules):
    """All headers for a path. Several rules for one header are joined, as hosts join them."""
    found = {}
    for pattern, headers in rules:
        shape = re.sub(r"\\\*", ".*", re.sub(r":\w+", "[^/]+", re.escape(pattern)))
        if re.fullmatch(shape, path):
            for name, value in headers.items():
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Without these every answer waits for the client's system to confirm its first half.
    disable_nagle_algorithm, wbufsize = True, -1

    def do_GET(self):
        path = urllib.parse.urlsplit(self.path).path
        file = self.server.file(path)
        status = 200 if file else 404
        file = file or self.server.root / "404.html"
        if self.server.image_delay and file.suffix in IMAGES:
            time.sleep(self.server.image_delay)
        body = file.read_bytes() if file.is_file() else b"not found"
        # Chromium asks for it on its own; a site need not have one.
        if path == "/favicon.ico" and status == 404:
            status, body = 204, b""
        self.send_response(status)
        headers = {"Content-Type": TYPES.get(file.suffix, "application/octet-stream")} | headers_for(path, self.server.rules)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        step = self.server.drip if self.server.drip and file.suffix == ".html" else max(1, len(body))
        for start in range(0, len(body), step):
            if start:
                time.sleep(DRIP_PAUSE)
            self.wfile.write(body[start:start + step])
            self.wfile.flush()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """One site on a port of its own, below the path of its base URL."""

    daemon_threads, request_queue_size = True, 128

    def __init__(self, site):
        super().__init__(("127.0.0.1", 0), Handler)
        self.site, self.root = site, pathlib.Path(site.output)
        # Seconds before each image, and bytes of a page at a time (0: all at once).
        self.image_delay, self.drip = 0, 0
        rules = self.root / "_headers"
        self.rules = read_headers(rules.read_text()) if rules.is_file() else STRICT
        self.origin = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def file(self, path):
        if not path.startswith(self.site.path):
            return None
        parts = urllib.parse.unquote(path.removeprefix(self.site.path))
        file = (self.root / parts / "index.html") if parts.endswith("/") or not parts else self.root / parts
        inside = file.resolve().is_relative_to(self.root.resolve())
        return file if inside and file.is_file() else None

    def url(self, page):
        return self.origin + (page if isinstance(page, str) else page.path)
