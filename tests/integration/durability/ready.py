"""Python programs that start in a moment: each is forked from one process that has loaded the libraries. Not a test.

A run of the suite starts hundreds of commands, and loading the libraries is most of a short one. The process knows no
settings and no data folder: what a program does with them it does itself, in a process of its own that may be killed.
Where processes cannot be forked a program is started as usual.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, Final

BACKLOG: Final = 16
FAILED: Final = 1
OF_A_FOLDER: Final = (
    "seutu.config", "seutu.apps", "seutu.web", "seutu.api", "django.contrib", "allauth", "django_tasks",
)  # fmt: skip
"""Parts that read the settings when they are loaded."""
LOADED: Final = (
    "import os, sys, django\n"
    "os.environ['DJANGO_SETTINGS_MODULE'] = 'seutu.config.settings'\n"
    "import seutu.cli.main\n"
    "django.setup()\n"
    "print('\\n'.join(sys.modules))"
)


def run_python(
    program: str, *arguments: str, env: dict[str, str], timeout: float = 300
) -> "subprocess.CompletedProcess[str]":
    """Run a program as ``python -c`` does, without input; return what it wrote and its code (negative: a signal)."""
    line = [sys.executable, "-c", program, *arguments]
    if not hasattr(os, "fork"):
        return subprocess.run(
            line, env=env, capture_output=True, text=True, check=False, timeout=timeout, stdin=subprocess.DEVNULL
        )
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        with socket.socket(socket.AF_UNIX) as asked:
            asked.settimeout(timeout)
            asked.connect(str(_door()))
            asked_for = {"program": program, "arguments": line[1:2] + line[3:], "env": env, "folder": str(Path.cwd())}
            told = json.dumps(asked_for).encode()
            socket.send_fds(asked, [len(told).to_bytes(4)], [out.fileno(), err.fileno()])
            asked.sendall(told)
            answer = asked.makefile().readline()
        texts = [_read_back(stream) for stream in (out, err)]
    if not answer:
        message = f"the program ended without a code: {texts[1]}"
        raise RuntimeError(message)
    return subprocess.CompletedProcess(line, int(answer), *texts)


def _read_back(stream: BinaryIO) -> str:
    stream.seek(0)
    return stream.read().decode()


@cache
def _door() -> Path:
    """Start the process of this run and return its socket; it ends when this one does."""
    folder = tempfile.TemporaryDirectory(prefix="seutu-ready-")
    door = Path(folder.name) / "door"
    env = {name: value for name, value in os.environ.items() if not name.startswith(("SEUTU_", "DJANGO_"))}
    env |= {"SEUTU_DIR": str(Path(folder.name) / "seutu"), "OPENBLAS_NUM_THREADS": "1"}
    listed = subprocess.run([sys.executable, "-c", LOADED], env=env, capture_output=True, text=True, check=True).stdout
    names = [name for name in listed.split() if not name.startswith(OF_A_FOLDER)]
    process = subprocess.Popen(
        [sys.executable, __file__, str(door)], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin
    assert process.stdout
    print(*names, file=process.stdin, flush=True)
    assert process.stdout.readline() == "ready\n"

    def end() -> None:
        process.kill()
        process.wait()
        folder.cleanup()

    atexit.register(end)
    return door


def _serve(door: str) -> None:
    """Load the libraries named on the first line of the input, and fork for each that asks."""
    for name in sys.stdin.readline().split():
        try:
            __import__(name)
        except Exception:  # noqa: BLE001, S112 - a part that must be loaded in its place is loaded by the program
            continue
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(door)
        listening.listen(BACKLOG)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            asking, _ = listening.accept()
            if os.fork() == 0:
                listening.close()
                _answer(asking)
            asking.close()


def _answer(asking: socket.socket) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    size, streams, *_ = socket.recv_fds(asking, 4, 2)
    with asking.makefile("rb") as incoming:
        told = json.loads(incoming.read(int.from_bytes(size)))
    child = os.fork()
    if child == 0:
        asking.close()
        _become(told, *streams)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    asking.sendall(f"{code}\n".encode())
    os._exit(0)


def _become(told: dict[str, Any], out: int, err: int) -> None:
    """Be the program: its streams, environment, folder and arguments; then end as the interpreter would."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    for given, place in ((nothing, 0), (out, 1), (err, 2)):
        os.dup2(given, place)
    os.environ.clear()
    os.environ.update(told["env"])
    os.chdir(told["folder"])
    sys.argv = told["arguments"]
    code = 0
    try:
        exec(compile(told["program"], "<string>", "exec"), {"__name__": "__main__"})  # noqa: S102 - as python -c does
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - as the interpreter does
        sys.excepthook(*sys.exc_info())
        code = FAILED
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve(sys.argv[1])
