"""Installs what the tests need beyond Python packages: Chromium for the pages, Java for Spark; where apt allows it."""

import os
import shutil
import subprocess
import sys

NEEDED = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "default-jre-headless": ("java",),
}
"""Debian's package, and the commands any of which will do."""


def main() -> int:
    missing = [package for package, commands in NEEDED.items() if not any(shutil.which(name) for name in commands)]
    if not missing:
        return 0
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        print(
            "The tests need: %s. Install with: apt-get install %s (as root)." % (", ".join(missing), " ".join(missing)),
            file=sys.stderr,
        )
        return 1
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    print("installing %s ..." % ", ".join(missing))
    for command in ([apt, "update", "-qq"], [apt, "install", "-y", "-qq", "--no-install-recommends", *missing]):
        ended = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment)
    return ended.returncode


if __name__ == "__main__":
    sys.exit(main())
