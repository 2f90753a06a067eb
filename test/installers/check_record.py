"""Compares what is installed with the wheels it came from: `python check_record.py SITE_PACKAGES WHEEL...`.

Every file to which a wheel's own RECORD gives a hash must be in site-packages with that hash. Prints one JSON object:
each installed distribution, as "name version", with the count of the files that were compared. A distribution without
its wheel, or a file that differs, ends with exit code 1 and a line for each.
"""

import base64
import csv
import hashlib
import io
import json
import re
import sys
import zipfile
from importlib.metadata import distributions
from pathlib import Path


def main(site_packages: Path, wheels) -> int:
    wheel_of = {identity(*wheel.name.split("-")[:2]): wheel for wheel in wheels}
    compared, faults = {}, []
    for installed in distributions(path=[str(site_packages)]):
        name, version = installed.metadata["Name"], installed.version
        wheel = wheel_of.get(identity(name, version))
        if wheel is None:
            faults.append(f"{name} {version} is installed, but came from none of the wheels.")
            continue
        hashed = hashes_in_record(wheel)
        faults += [f"{name} {version}: {path} differs." for path, hash in hashed if not agrees(site_packages / path, hash)]
        compared[f"{name} {version}"] = len(hashed)

    print(json.dumps(compared))
    print("\n".join(faults), file=sys.stderr)
    return 1 if faults else 0


def identity(name: str, version: str):
    return re.sub(r"[-_.]+", "-", name).lower(), version


def hashes_in_record(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        (record,) = [name for name in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/RECORD", name)]
        rows = list(csv.reader(io.StringIO(archive.read(record).decode("utf-8"))))
    # An installer rewrites the first line of what is below `.data/scripts`, and none of the set has such a folder.
    assert not any(".data/" in path for path, _, _ in rows), f"{wheel.name} has a .data folder"
    return [(path, hash) for path, hash, _ in rows if hash]


def agrees(path: Path, hash: str) -> bool:
    algorithm, _, expected = hash.partition("=")
    if not path.is_file():
        return False
    digest = hashlib.new(algorithm, path.read_bytes()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == expected


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]]))
