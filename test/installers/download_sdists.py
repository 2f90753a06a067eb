"""Downloads source distributions as pip does, but builds nothing: `python download_sdists.py FOLDER NAME==VERSION...`.

Page, choice of the file, credentials, transfer and hash check are pip's own code, with pip's own settings. What is left
out is the step after them, in which `pip download` runs the project's build to read its metadata.
"""

import shutil
import sys
from pathlib import Path

from pip._internal.commands import create_command
from pip._internal.network.download import Downloader
from pip._internal.operations.prepare import get_http_url
from pip._internal.utils.temp_dir import global_tempdir_manager
from pip._vendor.packaging.requirements import Requirement


def main(folder: Path, requirements) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    command = create_command("download")
    options, _ = command.parse_args(["--no-binary", ":all:", "--no-cache-dir", "--progress-bar", "off"])
    session = command._build_session(options)
    # What a project requires of Python matters for an install, not for having its file.
    finder = command._build_package_finder(options, session, ignore_requires_python=True)
    downloader = Downloader(session, options.progress_bar)

    with global_tempdir_manager():
        for requirement in map(Requirement, requirements):
            best = finder.find_best_candidate(requirement.name, requirement.specifier).best_candidate
            if best is None:
                raise SystemExit(f"pip found no source distribution for {requirement}.")
            if not best.link.has_hash:
                raise SystemExit(f"The page gives no hash for {best.link.filename}.")
            file = get_http_url(best.link, downloader, hashes=best.link.as_hashes())
            shutil.move(file.path, folder / best.link.filename)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
