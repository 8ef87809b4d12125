"""The files for servers, read by real servers: nginx and Caddy serve Fixtures/sites/hosting, below /docs/ and at the root of a host,
and give what the headers and redirects of the site say. `_headers` and `_redirects` are read as their hosts document it.

Run it with `make servers`. MARTLET names the program that builds the site.
"""

import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.parse

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
MARTLET = os.environ.get("MARTLET", str(REPOSITORY / ".build/debug/martlet"))
SITE = REPOSITORY / "Tests/Fixtures/sites/hosting"
WORK = pathlib.Path(tempfile.mkdtemp(prefix="martlet-servers-"))
ALIASES = [
    "old/", "older", "older/", "page.html", "käse/", "with blank/", "dollar$uri/", "star*/", "time:1/", 'quote"s/', "{brace}/",
]


def setUpModule():
    # A server started by root reads as another user.
    WORK.chmod(0o755)
    source = WORK / "source"
    shutil.copytree(SITE, source)
    article = source / "content/articles/moved/index.md"
    # Besides, addresses with characters that mean something in these files, and that not every file system has.
    article.write_text(article.read_text().replace("aliases: [", "aliases: ['/star*/', '/time:1/', '/quote\"s/', '/{brace}/', "))
    for base, folder in [("/docs/", "docs/docs"), ("/", "root")]:
        url = "https://www.example.org" + base
        subprocess.run(
            [MARTLET, "build", "--quiet", "-s", source, "-o", WORK / folder, "-b", url, "--clock", "2026-11-01"], check=True,
            stderr=subprocess.DEVNULL)


def tearDownModule():
    shutil.rmtree(WORK)


def rules(folder):
    """The rules of `_headers`: a pattern, and its headers."""
    found = []
    for line in (folder / "_headers").read_text().splitlines():
        if line.startswith("/"):
            found.append((line, []))
        elif line and not line.startswith("#"):
            name, value = line.strip().split(": ", 1)
            found[-1][1].append((name, value))
    return found


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """What every server has to do with the site. Subclasses start it in `start(port)`."""

    base = "/docs/"
    document_root = WORK / "docs"

    @classmethod
    def setUpClass(cls):
        cls.site = cls.document_root / cls.base.strip("/")
        cls.port = free_port()
        cls.log = open(WORK / (cls.__name__ + ".log"), "w+")
        cls.process = cls.start()
        for _ in range(100):
            if cls.process.poll() is not None:
                break
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", cls.port)) == 0:
                    return
            time.sleep(0.1)
        cls.tearDownClass()
        cls.log.seek(0)
        raise RuntimeError("the server does not start: " + cls.log.read())

    @classmethod
    def tearDownClass(cls):
        cls.process.terminate()
        cls.process.wait()

    @classmethod
    def folder(cls, name):
        folder = WORK / cls.__name__ / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def get(self, path, below=True):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        encoded = urllib.parse.quote((self.base if below else "") + path)
        connection.request("GET", encoded, headers={"Host": "www.example.org"})
        response = connection.getresponse()
        response.body = response.read()
        connection.close()
        return response

    def only(self, response, name):
        """The value of a header, which is there once."""
        values = response.headers.get_all(name) or []
        self.assertEqual(len(values), 1, f"{name}: {values}")
        return values[0]

    def general(self):
        return rules(self.site)[0][1]

    def test_pages_have_every_header_of_the_site_once(self):
        self.assertGreaterEqual(len(self.general()), 7)
        for path in ["", "articles/", "articles/moved/", "articles/moved/index.html", "icons/192.png", "assets/" + self.asset()]:
            response = self.get(path)
            self.assertEqual(response.status, 200, path)
            for name, value in self.general():
                self.assertEqual(self.only(response, name), value, path)

    def asset(self):
        return next((self.site / "assets").iterdir()).name

    def test_an_address_of_a_folder_gives_its_page(self):
        self.assertEqual(self.get("articles/moved/").body, (self.site / "articles/moved/index.html").read_bytes())
        response = self.get("articles/moved")
        self.assertIn(response.status, [301, 308])
        self.assertTrue(response.headers["Location"].endswith(self.base + "articles/moved/"))

    def test_only_the_themes_files_are_kept_for_ever(self):
        self.assertEqual(
            self.only(self.get("assets/" + self.asset()), "Cache-Control"), "public, max-age=31536000, immutable")
        for path in ["", "articles/moved/", "feed.xml", "icons/192.png"]:
            self.assertEqual(self.only(self.get(path), "Cache-Control"), "public, max-age=0, must-revalidate", path)
        self.assertNotIn("immutable", self.get("assets/gone.css").headers.get("Cache-Control", ""))

    def test_kinds_of_files(self):
        for path, kind in [
            ("", "text/html"), ("feed.xml", "application/atom+xml"), ("articles/feed.xml", "application/atom+xml"),
            ("feed.json", "application/feed+json"), ("articles/feed.json", "application/feed+json"),
            ("sitemap.xml", "application/xml"), ("site.webmanifest", "application/manifest+json"),
            ("assets/" + self.asset(), "text/css"), ("robots.txt", "text/plain"),
            (".well-known/security.txt", "text/plain"),
        ]:
            response = self.get(path)
            self.assertEqual(response.status, 200, path)
            self.assertEqual(self.only(response, "Content-Type").lower(), kind + "; charset=utf-8", path)
        for path, kind in [("icons/192.png", "image/png"), ("icons/icon.svg", "image/svg+xml")]:
            self.assertEqual(self.only(self.get(path), "Content-Type"), kind)

    def test_former_addresses_lead_on(self):
        for alias in ALIASES:
            response = self.get(alias)
            if response.status == 200:
                # What the server's file cannot say is left to the page.
                self.assertIn(alias, self.left_to_pages)
                self.assertEqual(response.body.decode().strip(), self.base + "articles/moved/")
                continue
            self.assertEqual(response.status, 301, alias)
            self.assertEqual(urllib.parse.urlsplit(response.headers["Location"]).path, self.base + "articles/moved/", alias)

    left_to_pages = []

    def test_what_is_not_there_gives_the_page_for_that(self):
        page = (self.site / "404.html").read_bytes()
        for path in ["gone/", "gone", "articles/moved/gone.png", "icons/", "assets/gone.css", "käse/gone"]:
            response = self.get(path)
            self.assertEqual((response.status, response.body), (404, page), path)
            self.assertIn("text/html", self.only(response, "Content-Type"))
            for name, value in self.general():
                self.assertEqual(self.only(response, name), value, path)

    def test_files_for_servers_are_not_for_readers(self):
        for path in [".martlet-files", ".hosting/nginx.conf", ".hosting/Caddyfile", "_headers", "_redirects"]:
            self.assertTrue((self.site / path).exists(), path)
            self.assertEqual(self.get(path).status, 404, path)


class Nginx(Served, unittest.TestCase):
    @classmethod
    def start(cls):
        folder = cls.folder("nginx")
        paths = "\n".join(
            f"{kind}_temp_path {folder}/{kind};" for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
        (folder / "nginx.conf").write_text(
            f"""
            pid {folder}/pid; error_log stderr; daemon off; worker_processes 1;
            events {{}}
            http {{
                include /etc/nginx/mime.types; access_log off; {paths}
                server {{
                    listen 127.0.0.1:{cls.port};
                    root {cls.document_root};
                    include {cls.site}/.hosting/nginx.conf;
                }}
            }}
            """)
        command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
        subprocess.run(command + ["-t", "-q"], check=True)
        return subprocess.Popen(command, stderr=cls.log)


class NginxAtTheRoot(Nginx):
    base, document_root = "/", WORK / "root"


class Caddy(Served, unittest.TestCase):
    left_to_pages = ["{brace}/"]

    @classmethod
    def start(cls):
        folder = cls.folder("caddy")
        (folder / "Caddyfile").write_text(
            f"{{\n\tadmin off\n\tauto_https off\n}}\nhttp://:{cls.port} {{\n\tbind 127.0.0.1\n\troot * {cls.document_root}\n"
            f"\timport {cls.site}/.hosting/Caddyfile\n}}\n")
        home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        return subprocess.Popen(
            ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"], stderr=cls.log,
            stdout=cls.log, env=os.environ | home)


class CaddyAtTheRoot(Caddy):
    base, document_root = "/", WORK / "root"


class HeadersFile(unittest.TestCase):
    """`_headers` as Cloudflare and Netlify read it."""

    @staticmethod
    def pattern(path):
        """One `*` for any text, `:name` for the name of one folder."""
        parts = [re.escape(part) for part in path.split("*")]
        return re.compile("^" + re.sub(r"/:\w+", "/[^/]+", ".*".join(parts)) + "$")

    @staticmethod
    def netlify_pattern(path):
        """The same, but for a slash at the end, which does not count, and `/*`, which takes none too."""
        parts = []
        for part in filter(None, path.split("/")):
            parts.append("[^/]+" if part[0] == ":" else "?.*" if part == "*" else ".*".join(map(re.escape, part.split("*"))))
        return re.compile("^/" + "/".join(parts) + "/?$")

    def addresses(self, folder, base):
        for file in folder.rglob("*"):
            if file.is_file() and not file.name.startswith(("_", ".")):
                path = base + file.relative_to(folder).as_posix()
                yield path[: -len("index.html")] if path.endswith("/index.html") else path

    def test_no_address_gets_a_header_twice(self):
        for folder, base in [(WORK / "docs/docs", "/docs/"), (WORK / "root", "/")]:
            for compiled in [self.pattern, self.netlify_pattern]:
                found = [(compiled(path), headers) for path, headers in rules(folder)]
                for address in self.addresses(folder, base):
                    names = [name for rule, headers in found if rule.match(address) for name, _ in headers]
                    self.assertEqual(len(names), len(set(names)), address)
                    self.assertIn("Content-Security-Policy", names, address)
                    if address.startswith((base + "assets/", base + "articles/")) or address == base:
                        self.assertIn("Cache-Control", names, address)

    def test_limits_of_cloudflare(self):
        for folder in [WORK / "docs/docs", WORK / "root"]:
            self.assertLessEqual(len(rules(folder)), 100)
            for line in (folder / "_headers").read_text().splitlines():
                self.assertLessEqual(len(line), 2000)
            for path, _ in rules(folder):
                self.assertLessEqual(path.count("*"), 1)

    def test_redirects_lead_to_pages_that_are_there(self):
        lines = [line.split() for line in (WORK / "docs/docs/_redirects").read_text().splitlines() if line[0] != "#"]
        self.assertGreaterEqual(len(lines), 7)
        for source, target, status in lines:
            self.assertEqual(status, "301!")
            self.assertTrue((WORK / "docs" / target.strip("/") / "index.html").exists())
            former = urllib.parse.unquote(source).strip("/")
            self.assertTrue(any((WORK / "docs" / (former + end)).is_file() for end in ["", "/index.html"]), former)


if __name__ == "__main__":
    unittest.main()
