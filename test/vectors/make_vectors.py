"""Writes what Python's `packaging` says of real and hostile inputs: `python make_vectors.py`, beside this file.

Seeded, so that the same release of `packaging` gives the same file. `packaging.test.ts` compares our verdicts with it.
"""

import json
import random
from pathlib import Path

from packaging import __version__
from packaging.licenses import canonicalize_license_expression
from packaging.metadata import Metadata
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import (
    InvalidName,
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import InvalidVersion, Version

OUTPUT = Path(__file__).with_name("packaging.json")
choose = random.Random(20261123)

WORDS = ["a", "A", "acme", "Acme", "zope", "interface", "x1", "9", "Ünïcode", "ß", "İ", "é"]
JOINTS = ["", "-", "_", ".", "--", "__", "..", "-_", "._-", " ", "\n", "/", "+"]


def made(parts, joints, most):
    text = choose.choice(parts)
    for _ in range(choose.randrange(most)):
        text += choose.choice(joints) + choose.choice(parts)
    return choose.choice([text] * 8 + [text + choose.choice(joints), choose.choice(joints) + text])


def version_text():
    release = ".".join(choose.choice(["0", "1", "2", "00", "01", "10", "2024", "99999999999999999999"]) for _ in range(choose.randint(1, 4)))
    joint = lambda: choose.choice(["", "", ".", "-", "_"])
    text = choose.choice(["", "", "", "v", "V"]) + choose.choice(["", "", "", "1!", "0!", "10!"]) + release
    if choose.random() < 0.4:
        text += joint() + choose.choice(["a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "ALPHA", "Rc"]) + joint() + choose.choice(["", "0", "1", "01", "12"])
    if choose.random() < 0.3:
        text += choose.choice(["-1", "-0", joint() + choose.choice(["post", "rev", "r", "POST"]) + joint() + choose.choice(["", "0", "1", "02"])])
    if choose.random() < 0.3:
        text += joint() + choose.choice(["dev", "DEV"]) + joint() + choose.choice(["", "0", "1", "03"])
    if choose.random() < 0.3:
        text += "+" + choose.choice(["1", "abc", "ABC.1", "ubuntu-1", "1_2", "01", "1e5", "a.b.c", "0.0"])
    return spoiled(text, 0.15)


def spoiled(text, chance):
    if choose.random() >= chance or not text:
        return text
    at = choose.randrange(len(text) + 1)
    return text[:at] + choose.choice(["", " ", "x", ".", "-", "+", "!", "*", "\n", "\u0663", "é", "_", ",", "=", "~", "#"]) + text[at + choose.randrange(2):]


def specifier_text():
    def one():
        operator = choose.choice(["==", "!=", ">=", "<=", ">", "<", "~=", "===", "=", "=>"])
        version = version_text() if choose.random() < 0.3 else choose.choice(["1", "1.0", "1.4.2", "2.0a1", "3", "1.0.post1", "2.dev1", "1.0+local", "1!2", "3.8"])
        return operator + choose.choice(["", "", " "]) + version + choose.choice([""] * 6 + [".*", ".*.*"])

    return spoiled(choose.choice([",", ", ", " , "]).join(one() for _ in range(choose.randint(0, 3))), 0.1)


def requirement_text():
    name = choose.choice(["acme", "Acme.Tools", "a", "a-b_c", "-a", "a-", "9", "é"])
    extras = choose.choice(["", "", "", "[tls]", "[tls,http]", "[ tls , http ]", "[]", "[tls", "[tls http]", "[-]"])
    if choose.random() < 0.2:
        rest = choose.choice([" @ https://a.example/x.whl", "@git+https://a.example/x@v1", " @ ", " @ ../x", "@https://a.example/x.whl ; extra == 'a'"])
    else:
        rest = choose.choice(["", " "]) + choose.choice(["{}", "{}", "({})", "( {} )", "({}"]).format(specifier_text())
    if choose.random() < 0.4:
        rest += choose.choice([";", " ; ", ";  "]) + marker_text(2)
    return spoiled(name + extras + rest, 0.1)


def marker_text(depth):
    if depth and choose.random() < 0.3:
        return "(" + marker_text(depth - 1) + ")" + choose.choice([" and ", " or ", "and", " xor "]) + marker_text(depth - 1)
    left = choose.choice(["python_version", "sys_platform", "os.name", "extra", "platform_python_implementation", "implementation_version", "mood", "'linux'", '"3.8"', "extras", "dependency_groups"])
    right = choose.choice(["'3.8'", '"linux"', "'a'", "python_version", "banana", "'open"])
    return left + choose.choice([" == ", "==", " >= ", " in ", " not in ", " not  in ", " ~= ", " === ", " is "]) + right


def license_text():
    ids = ["MIT", "mit", "Apache-2.0", "GPL-2.0-only", "gpl-3.0-or-later", "GPL-2.0+", "BSD-3-Clause", "LicenseRef-Own", "licenseref-own.1", "LicenseRef-", "LicenseRef-a_b", "Proprietary", "DocumentRef-a:LicenseRef-b", "GPL-2.0 WITH Classpath-exception-2.0", "MIT WITH Nothing", "Classpath-exception-2.0"]
    text = choose.choice(ids)
    for _ in range(choose.randrange(3)):
        joint = choose.choice([" AND ", " OR ", " and ", " or ", " ", " XOR "])
        text = choose.choice(["{}", "({})", "({}"]).format(text) + joint + choose.choice(ids)
    return choose.choice([text] * 6 + ["(" + text + ")", "", text + ")", " " + text])


def wheel_text():
    parts = [made(WORDS[:8], ["_", ".", "__"], 3), version_text() if choose.random() < 0.5 else "1.0"]
    if choose.random() < 0.3:
        parts.append(choose.choice(["1", "1a", "a1", "", "0_x", "20240101"]))
    parts += choose.choice([["py3", "none", "any"], ["py2.py3", "none", "any"], ["cp312", "cp312", "manylinux_2_17_x86_64.manylinux2014_x86_64"], ["py3", "none"], ["py3", "", "any"], ["py3.", "none", "any"], ["PY3", "None", "ANY"]])
    return spoiled("-".join(parts), 0.1) + choose.choice([".whl"] * 9 + [".WHL"])


def sdist_text():
    return made(WORDS[:8], ["_", ".", "-"], 3) + "-" + (version_text() if choose.random() < 0.6 else "1.0") + choose.choice([".tar.gz"] * 6 + [".zip", ".tar.bz2", ".tgz"])


FIELDS = {
    "Summary": ["One line", "x" * 200, "Two\n  lines"],
    "Requires-Python": None,
    "Requires-Dist": None,
    "License-Expression": None,
    "License": ["MIT"],
    "License-File": ["LICENSE", "licenses/MIT.txt", "../LICENSE", "LICEN*E", "/LICENSE", "a\\b", "C:/x", "a/./b", "a..b"],
    "Description-Content-Type": ["text/markdown", "text/plain", "text/x-rst; charset=UTF-8", "text/markdown; variant=GFM", "text/markdown; charset=utf-8; variant=CommonMark", "text/markdown; variant=Other", "text/html", "text/plain; charset=latin-1", "markdown", "TEXT/Markdown", "text/plain;", "text/plain charset=utf-8", 'text/plain; charset="UTF-8"', "text/markdown; variant=gfm"],
    "Dynamic": ["Requires-Dist", "Name", "requires-python", "Mood", "Metadata-Version", "License-File"],
    "Provides-Extra": ["tls", "a.b", "a b", "-a", "é", "A_B"],
    "Import-Name": ["acme", "acme.tools", "acme; private", "acme ;private", "class", "1st", "a..b", "acme; secret", "ünïcode", "match", "a b", "acme;"],
    "Import-Namespace": ["zope", "zope.x", "import"],
    "Project-URL": ["Home, https://a.example", "Docs,https://a.example/x"],
    "Classifier": ["Typing :: Typed", "Anything"],
    "Keywords": ["a,b", "a b"],
    "Author-email": ["a@b.example", "Alice <a@b.example>"],
    "Platform": ["any"],
    "Mood": ["good"],
    "Supported-Platform": ["linux"],
    "Maintainer": ["Bob"],
    "Obsoletes-Dist": ["other"],
}


def metadata_text():
    lines = [("Metadata-Version", choose.choice(["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.4", "2.5", "2.5", "2.6", "2.6", "2.0", "3.0", "abc"])), ("Name", choose.choice(["acme", "Acme.Tools", "a-", "-", "é", "acme"])), ("Version", choose.choice(["1.0", "1.0a1", "1!2", "banana", "1.0"]))]
    for _ in range(choose.randrange(5)):
        field = choose.choice(list(FIELDS))
        values = FIELDS[field]
        made_text = {"Requires-Python": specifier_text, "Requires-Dist": requirement_text, "License-Expression": license_text}
        value = choose.choice(values) if values else made_text[field]().replace("\n", " ")
        lines.append((field, value))
    choose.random() < 0.05 and lines.append(choose.choice(lines))
    choose.random() < 0.05 and lines.pop(choose.randrange(len(lines)))
    return "".join(f"{field}: {value}\n" for field, value in lines) + choose.choice(["", "\n", "\nThe description.\n"])


def answer(ask, *refusals):
    try:
        return ask()
    except refusals:
        return None


def specifiers(text):
    return SpecifierSet(text)


def metadata_is_valid(text):
    try:
        Metadata.from_email(text.encode())
        return True
    except Exception:  # An exception group of what is wrong, or an error in a parser on the way.
        return False


def distinct(make, count):
    found = {}
    for _ in range(count * 3):
        found.setdefault(make())
        if len(found) == count:
            break
    return list(found)


def main():
    names = distinct(lambda: made(WORDS, JOINTS, 4), 600) + ["", "a" * 300]
    versions = distinct(version_text, 1_500)
    valid = [text for text in versions if answer(lambda: Version(text), InvalidVersion)]
    ordered = sorted(choose.sample(valid, 400), key=Version)
    ranked = []
    for text in ordered:
        rank = ranked[-1][1] + (Version(ranked[-1][0]) != Version(text)) if ranked else 0
        ranked.append([text, rank])
    sets = distinct(specifier_text, 900)
    good_sets = [text for text in sets if answer(lambda: SpecifierSet(text), InvalidSpecifier) is not None]
    satisfied = []
    for _ in range(2_000):
        version, text = choose.choice(valid + ["1.0", "1.4.2", "1.4.9", "2.0a1", "2.0", "1.0.post1", "1.0+local", "3.8.1"] * 100), choose.choice(good_sets)
        satisfied.append([version, text, SpecifierSet(text, prereleases=True).contains(version, prereleases=True)])
    result = {
        "packaging": __version__,
        "names": [[text, answer(lambda: canonicalize_name(text, validate=True), InvalidName)] for text in names],
        "versions": [[text, answer(lambda: str(Version(text)), InvalidVersion)] for text in versions],
        "order": ranked,
        "specifiers": [[text, text in good_sets] for text in sets],
        "satisfied": satisfied,
        "requirements": [[text, answer(lambda: [(found := Requirement(text)).name, sorted(found.extras), found.url, len(found.specifier), found.marker is not None], InvalidRequirement)] for text in distinct(requirement_text, 1_200)],
        "licenses": [[text, answer(lambda: canonicalize_license_expression(text), ValueError) is not None] for text in distinct(license_text, 400)],
        "wheels": [[text, answer(lambda: [(found := parse_wheel_filename(text))[0], str(found[1])], InvalidWheelFilename)] for text in distinct(wheel_text, 700)],
        "sdists": [[text, answer(lambda: [(found := parse_sdist_filename(text))[0], str(found[1])], InvalidSdistFilename)] for text in distinct(sdist_text, 500)],
        "metadata": [[text, metadata_is_valid(text)] for text in distinct(metadata_text, 1_200)],
    }
    rows = [f"  {json.dumps(key)}: " + (json.dumps(value) if not isinstance(value, list) else "[\n" + ",\n".join(f"    {json.dumps(row)}" for row in value) + "\n  ]") for key, value in result.items()]
    OUTPUT.write_text("{\n" + ",\n".join(rows) + "\n}\n")


if __name__ == "__main__":
    main()
