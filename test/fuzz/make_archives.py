"""Writes small archives as real tools write them, from which the fuzz tests make broken ones: `python make_archives.py`.

Python's zipfile and tarfile are what build backends use; GNU tar is what people use by hand.
"""

import base64
import hashlib
import io
import json
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

OUTPUT = Path(__file__).with_name("archives.json")
METADATA = b"Metadata-Version: 2.4\nName: demo\nVersion: 1.0\nSummary: One line\nRequires-Python: >=3.8\n\nText.\n"
MODULE = b"def main():\n    return 'demo'\n" * 4
WHEEL = b"Wheel-Version: 1.0\nGenerator: fuzz\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def wheel_members():
    members = {
        "demo/__init__.py": MODULE,
        "demo-1.0.dist-info/METADATA": METADATA,
        "demo-1.0.dist-info/WHEEL": WHEEL,
        "demo-1.0.dist-info/entry_points.txt": b"[console_scripts]\ndemo = demo:main\n",
    }
    lines = []
    for path, content in members.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(content)}\n")
    members["demo-1.0.dist-info/RECORD"] = "".join([*lines, "demo-1.0.dist-info/RECORD,,\n"]).encode()
    return members


class Unseekable(io.BytesIO):
    """To such a stream Python writes data descriptors."""

    def seekable(self):
        return False

    def seek(self, *_):
        raise OSError

    def tell(self):
        raise OSError


def wheel(compression, stream=io.BytesIO, zip64=False):
    target = stream()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for path, content in wheel_members().items():
            info = zipfile.ZipInfo(path, (2024, 1, 1, 0, 0, 0))
            info.compress_type = compression
            info.external_attr = 0o100644 << 16
            with archive.open(info, "w", force_zip64=zip64) as member:
                member.write(content)
    return target.getvalue()


def sdist(format):
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz", format=format) as archive:
        for path, content in {
            "demo-1.0/PKG-INFO": METADATA,
            "demo-1.0/pyproject.toml": b"[project]\nname = 'demo'\n",
            "demo-1.0/" + "long/" * 30 + "module.py": MODULE,
        }.items():
            info = tarfile.TarInfo(path)
            info.size = len(content)
            info.mtime = 1_700_000_000.5
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("demo-1.0/link.py")
        link.type, link.linkname = tarfile.SYMTYPE, "pyproject.toml"
        archive.addfile(link)
    return target.getvalue()


def by_gnu_tar():
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder, "demo-1.0")
        top.mkdir()
        (top / "PKG-INFO").write_bytes(METADATA)
        (top / "demo.py").write_bytes(MODULE)
        (top / "link.py").symlink_to("demo.py")
        command = ["tar", "--sort=name", "--mtime=@0", "--owner=0", "--group=0", "-cz", "-C", folder, "demo-1.0"]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


archives = {
    "wheel": wheel(zipfile.ZIP_DEFLATED),
    "wheel, stored": wheel(zipfile.ZIP_STORED),
    "wheel, with data descriptors": wheel(zipfile.ZIP_DEFLATED, stream=Unseekable),
    "wheel, with 64-bit fields": wheel(zipfile.ZIP_DEFLATED, zip64=True),
    "sdist, pax": sdist(tarfile.PAX_FORMAT),
    "sdist, gnu": sdist(tarfile.GNU_FORMAT),
    "sdist, by GNU tar": by_gnu_tar(),
}
OUTPUT.write_text(json.dumps({name: base64.b64encode(content).decode() for name, content in archives.items()}, indent=2) + "\n")
