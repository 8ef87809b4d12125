#!/usr/bin/env python3
"""Whether the colours of themes/plain can be told apart: WCAG 2.2 contrast of every pair that its style sheet puts together.

Text needs 4.5:1 (success criterion 1.4.3), edges of controls and marks 3:1 (1.4.11), in light, in dark, and with more contrast.
"""
import pathlib
import re
import sys

STYLE = pathlib.Path(__file__).parent.parent / "themes/plain/assets/style.css"

# Text and its grounds.
TEXT = {
    "ink": ["paper", "surface", "accent-soft", "good-soft", "warn-soft", "danger-soft", "mark"],
    "muted": ["paper", "surface", "danger-soft"],
    "accent": ["paper", "surface", "accent-soft", "good-soft", "warn-soft", "danger-soft", "mark"],
    "accent-hover": ["paper", "surface", "accent-soft", "good-soft", "warn-soft", "danger-soft", "mark"],
    "on-accent": ["accent", "accent-hover"],
    "good": ["paper", "good-soft"],
    "warn": ["warn-soft"],
    "danger": ["paper", "danger-soft"],
    "on-danger": ["danger-ground"],
}
# What shows where a control or a mark is. (`line` separates and says nothing by itself.)
EDGES = {
    "edge": ["paper", "surface"],
    "accent": ["paper", "surface"],
    "good": ["paper", "good-soft"],
    "warn": ["paper", "warn-soft"],
    "danger": ["paper", "danger-soft"],
    "danger-ground": ["paper"],
}


def tokens(css):
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6}|var\(--[a-z-]+\));", css))


def schemes(css):
    """The colours of each scheme: light as written first, the others as what they change."""
    light = tokens(css[: css.index("@media")])
    dark = light | tokens(re.search(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", css, re.S).group(1))
    more = tokens(re.search(r"prefers-contrast: more\) \{\s*:root \{(.*?)\}", css, re.S).group(1))
    return {"light": light, "dark": dark, "light, more contrast": light | more, "dark, more contrast": dark | more}


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def resolved(colours, name):
    value = colours[name]
    return value if value.startswith("#") else resolved(colours, value[6:-1])


def main():
    faults, lowest, count = [], 21.0, 0
    for scheme, colours in schemes(STYLE.read_text()).items():
        for pairs, least in ((TEXT, 4.5), (EDGES, 3.0)):
            for front, grounds in pairs.items():
                for ground in grounds:
                    ratio = contrast(resolved(colours, front), resolved(colours, ground))
                    count += 1
                    lowest = min(lowest, ratio / least)
                    if ratio < least:
                        faults.append(f"{scheme}: {front} on {ground} is {ratio:.2f}:1, less than {least}:1")
    for fault in faults:
        print("contrast:", fault, file=sys.stderr)
    print(f"contrast: {count} pairs, {len(faults)} too low; the tightest has {lowest:.2f} times what it needs")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
