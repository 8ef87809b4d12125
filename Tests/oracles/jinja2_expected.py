#!/usr/bin/env python3
"""Writes what Jinja2 makes of every case in Tests/TemplatesTests/Fixtures/jinja into the case, as `expected`.

Run it after adding a case: python3 Tests/oracles/jinja2_expected.py
In the data {"__html__": "…"} stands for safe markup and {"__optional__": value or null} for a value that may be none.
"""

import json
import pathlib

import jinja2
from markupsafe import Markup

FIXTURES = pathlib.Path(__file__).parent.parent / "TemplatesTests" / "Fixtures" / "jinja"


def value(data):
    if isinstance(data, dict):
        if "__html__" in data:
            return Markup(data["__html__"])
        if "__optional__" in data:
            return value(data["__optional__"])
        return {key: value(data[key]) for key in sorted(data)}
    if isinstance(data, list):
        return [value(item) for item in data]
    return data


def expected(case):
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(case["templates"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("main").render(value(case["data"]))


for path in sorted(FIXTURES.glob("*.json")):
    cases = json.loads(path.read_text())
    for case in cases:
        try:
            case["expected"] = expected(case)
        except Exception as error:
            raise SystemExit(f"{path.name}: {case['name']}: {type(error).__name__}: {error}")
    path.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n")
    print(f"{path.name}: {len(cases)} cases with Jinja2 {jinja2.__version__}")
