"""Says what is missing on this machine before anything is installed: Python, venv, a C compiler, its headers."""

import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tempfile


def missing() -> "list[str]":
    """What is missing, each with what to install."""
    found = []
    if sys.version_info < (3, 11):
        found.append(
            "Python 3.11 or newer (this is {}.{}): name it, e.g. make run PYTHON=python3.11".format(*sys.version_info)
        )
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        found.append("Python's venv module: apt-get install python3-venv")
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    if shutil.which(compiler[0]) is None:
        found.append(
            "a C compiler (durable-rules comes as source only): apt-get install gcc libc6-dev python3-dev,"
            " or dnf install gcc python3-devel, or xcode-select --install"
        )
    elif not compiles(compiler):
        found.append("the C headers of Python: apt-get install python3-dev libc6-dev, or dnf install python3-devel")
    return found


def compiles(compiler: "list[str]") -> bool:
    """Whether the compiler makes an object file of a source that includes Python.h."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "probe.c")
        with open(source, "w") as file:
            file.write("#include <Python.h>\n")
        command = [
            *compiler,
            "-c",
            source,
            "-o",
            os.path.join(folder, "probe.o"),
            "-I" + sysconfig.get_paths()["include"],
        ]
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    problems = missing()
    if problems:
        print("perwal cannot be set up here. Missing / yang belum ada:", file=sys.stderr)
        for problem in problems:
            print("  - " + problem, file=sys.stderr)
        sys.exit(1)
