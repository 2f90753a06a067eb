"""Narrows a token as its holder would, offline: `python narrow_token.py LIBRARY CAVEATS`, the token in TOKEN.

With `pypitoken` the caveats are keyword arguments of `Token.restrict` in a list, with `pymacaroons` their texts.
"""

import json
import os
import sys

import pymacaroons
import pypitoken


def with_pypitoken(text: str, caveats) -> str:
    token = pypitoken.Token.load(text)
    for caveat in caveats:
        token.restrict(**caveat)
    return token.dump()


def with_pymacaroons(text: str, caveats) -> str:
    prefix, body = text.split("-", maxsplit=1)
    macaroon = pymacaroons.Macaroon.deserialize(body)
    for caveat in caveats:
        macaroon.add_first_party_caveat(caveat)
    return f"{prefix}-{macaroon.serialize()}"


library, caveats = sys.argv[1:]
narrow = {"pypitoken": with_pypitoken, "pymacaroons": with_pymacaroons}[library]
print(narrow(os.environ["TOKEN"], json.loads(caveats)))
