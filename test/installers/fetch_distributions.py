"""Brings the committed distributions into a folder: `python fetch_distributions.py FOLDER`.

Which index to ask, and through which proxy, certificate and credentials, is what pip is configured with, so pip itself
is asked for them; no index is named here. Every file is checked against the SHA-256 that is committed beside it. pip
downloads none of them for us, because `pip download` would run the build scripts of the source distributions.
"""

import hashlib
import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urljoin

from pip._internal.commands import create_command

COMMITTED = Path(__file__).with_name("distributions.json")
AT_ONCE = 4


class Unavailable(Exception):
    """A file that no configured index could give; the message says which one and why."""


def main(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [one for one in json.loads(COMMITTED.read_text()) if not is_here(folder, one)]
    if not wanted:
        return 0

    index_urls, session = as_pip_is_configured()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        failures = [error for error in pool.map(lambda one: fetch(session, index_urls, folder, one), wanted) if error]
    for error in failures:
        print(error, file=sys.stderr)
    print(f"Fetched {len(wanted) - len(failures)} of {len(wanted)} missing distributions.", file=sys.stderr)
    return 1 if failures else 0


def is_here(folder, one) -> bool:
    path = folder / one["filename"]
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == one["sha256"]


def as_pip_is_configured():
    """The index URLs, and a session with the proxies, certificates, credentials and retries, that pip would use."""
    command = create_command("download")
    options, _ = command.parse_args([])
    if options.no_index:
        raise SystemExit("pip is configured with no-index, so the distributions cannot be fetched; unset it.")
    options.no_input = True
    return [options.index_url, *options.extra_index_urls], command._build_session(options)


def fetch(session, index_urls, folder, one):
    """The reason why the file could not be had, or None."""
    reasons = []
    for number, index_url in enumerate(index_urls, start=1):
        try:
            keep(folder / one["filename"], download(session, index_url, one))
            return None
        except Unavailable as error:
            reasons.append(str(error))
        except Exception as error:  # A network or TLS failure names the file as well, and the next index may have it.
            reasons.append(f"index {number} of pip's configuration could not be read ({type(error).__name__}: {error})")
    return f"{one['filename']}: {'; '.join(reasons)}."


def download(session, index_url, one) -> bytes:
    page_url = f"{index_url.rstrip('/')}/{normalised(one['project'])}/"
    page = session.get(page_url, headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    if page.status_code != 200:
        raise Unavailable(f"the page of project {one['project']} answered {page.status_code}")
    if not page.headers.get("Content-Type", "").startswith("application/vnd.pypi.simple.v1+json"):
        raise Unavailable(f"the page of project {one['project']} is not offered as JSON")

    urls = [file["url"] for file in page.json()["files"] if file["filename"] == one["filename"]]
    if not urls:
        raise Unavailable(f"the page of project {one['project']} does not list it")

    # A file that the server names as compressed would otherwise be decompressed on the way, and its digest differ.
    answer = session.get(urljoin(page.url, urls[0]), headers={"Accept-Encoding": "identity"})
    if answer.status_code != 200:
        raise Unavailable(f"the download answered {answer.status_code}")
    digest = hashlib.sha256(answer.content).hexdigest()
    if digest != one["sha256"]:
        raise Unavailable(f"the download has SHA-256 {digest}, but {one['sha256']} is committed")
    return answer.content


def normalised(name: str) -> str:
    """PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def keep(path: Path, content: bytes) -> None:
    """Renamed into place, so that an interrupted run leaves no half file under the right name."""
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    partial.write_bytes(content)
    partial.replace(path)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Name the folder to fetch the distributions into.")
    sys.exit(main(Path(sys.argv[1])))
