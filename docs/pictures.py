"""Take the pictures of the documentation anew, with Chromium: ``python -m docs.pictures``.

They show the explanations that the pages [explanation](explanation.md) and [plug-in](plugin.md) make: the examples of a
page are run in a folder, and what they wrote there is photographed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from docs.refresh import ROOT, refreshed_in

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDE, NARROW = (1280, 1000), (400, 1000)
"""Width and height of a picture, in pixels."""


def main() -> int:
    """Take all pictures."""
    browser = os.environ.get("ARNEWS_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print("no Chromium: install one, or name it in ARNEWS_BROWSER", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for page in ("explanation", "plugin"):
            refreshed_in(folder, (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8"))
        arnews = [sys.executable, "-m", "arnews", "explain"]
        english = [*arnews, "--language", "en", "news.txt", "--html", "english.html"]
        outlet = next(folder.glob("arnews-port/src/*/port.example"))
        ferry = [*arnews, "ferry.html", "--outlet", str(outlet), "--html", "ferry-explained.html"]
        ferry += ["--url", "https://www.port.example/news/18"]
        for command in (english, ferry):
            subprocess.run(command, cwd=folder, check=True)
        for picture, file, (width, height), dark in (
            ("explanation-wide", "news.html", WIDE, False),
            ("explanation-narrow", "english.html", NARROW, True),
            ("plugin-wide", "ferry-explained.html", WIDE, False),
            ("plugin-narrow", "ferry-explained.html", NARROW, False),
        ):
            to = ROOT / "docs" / "img" / f"{picture}.png"
            command = [
                browser, "--headless", "--disable-gpu", "--no-sandbox", f"--user-data-dir={folder / 'profile'}",
                f"--blink-settings=preferredColorScheme={0 if dark else 1}", f"--window-size={width},{height}",
                "--hide-scrollbars", f"--screenshot={to}", (folder / file).as_uri(),
            ]  # fmt: skip
            subprocess.run(command, check=True, capture_output=True)
            print(to.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
