"""Installs what the tests need beyond Python packages: Debian's Chromium, where apt is there and allowed."""

import os
import shutil
import subprocess
import sys

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    if any(shutil.which(name) for name in BROWSERS):
        return 0
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        print("The tests need Chromium. Install it: apt-get install chromium (as root).", file=sys.stderr)
        return 1
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("installing Chromium ...")
    for command in ([apt, "update", "-qq"], [apt, "install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        ended = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment)
    return ended.returncode


if __name__ == "__main__":
    sys.exit(main())
