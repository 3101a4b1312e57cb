"""The streams of the command: what is printed, what is read, and how it ends when something goes wrong with them."""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from arnews.errors import ArnewsError
from arnews.printing import escaped, printable, sentence

__all__ = [
    "STANDARD_INPUT",
    "OutputError",
    "Progress",
    "TerminatedError",
    "abandon",
    "complain",
    "prepare",
    "read_bytes",
    "report",
    "say",
    "terminable",
    "write",
    "write_json",
]

STANDARD_INPUT = "-"


class OutputError(ArnewsError):
    """Standard output cannot be written.

    >>> raise OutputError("standard output: No space left on device")
    Traceback (most recent call last):
        ...
    arnews.console.OutputError: standard output: No space left on device
    """


class TerminatedError(BaseException):
    """The process was asked to end by SIGTERM. Not an `Exception`, so that nothing takes it for a fault."""


class Progress:
    """How far a command came with its files, for the message of one that was stopped.

    >>> progress = Progress()
    >>> progress.total, progress.name, progress.done = 3, "b.txt", 1
    >>> str(progress)
    '; stopped at b.txt, after 1 of 3 files'
    """

    def __init__(self) -> None:
        self.total = 0
        """Files given; 0 for a command that reads none in turn."""
        self.done = 0
        """Files that were printed, or reported as unreadable."""
        self.name = ""
        """The file that is being read or printed."""

    def __str__(self) -> str:
        """Return the end of a message about a command that was stopped."""
        if not self.total:
            return ""
        return f"; stopped at {self.name}, after {self.done} of {self.total} files"


def prepare() -> None:
    """Let the streams print Arabic, which a Windows console or a C locale would refuse."""
    for stream in (sys.stdout, sys.stderr):
        # A stream is None if the shell has closed it.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*lines: str) -> None:
    """Print lines to standard output, each of them printable.

    Raises `OutputError` with one sentence if that cannot be done.

    >>> say("a\\x1b[31m", "b\\nc")
    a·[31m
    b c
    """
    write("\n".join(map(printable, lines)))


def write_json(text: str) -> None:
    """Print JSON as `write` does; on a terminal, controls that JSON leaves as they are become escapes.

    >>> write_json('{"a": 1}')
    {"a": 1}
    """
    write(escaped(text) if sys.stdout is not None and sys.stdout.isatty() else text)


def write(text: str) -> None:
    """Print a text that is fit to be printed, and a line end. In a file, it is there as a whole or not at all.

    Raises `OutputError` with one sentence if that cannot be done, `BrokenPipeError` if nobody reads on.

    >>> write("a")
    a
    """
    stream = sys.stdout
    if stream is None:
        raise OutputError("standard output: is closed")
    try:
        file = _regular_file()
        if file is None:
            print(text, flush=True)
        else:
            stream.flush()
            _write_whole(file, f"{text}\n".replace("\n", os.linesep).encode("utf-8", errors="backslashreplace"))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output: cannot be written ({error.strerror})") from None


def _regular_file() -> int | None:
    """Return the descriptor of standard output if it is a file on a disk."""
    try:
        file = sys.stdout.fileno()
        return file if stat.S_ISREG(os.fstat(file).st_mode) else None
    except (OSError, ValueError):  # a stream of a test has no descriptor
        return None


def _write_whole(file: int, content: bytes) -> None:
    """Write to a file, and take back what was written if that ends halfway."""
    done = 0
    try:
        while done < len(content):
            done += os.write(file, memoryview(content)[done:])
    except BaseException:
        if done:
            end = os.fstat(file).st_size - done
            os.ftruncate(file, end)
            os.lseek(file, end, os.SEEK_SET)
        raise


def complain(message: str) -> None:
    """Print a message of one line to standard error, with the name of the command in front."""
    report(f"arnews: {sentence(message)}")


def report(*lines: str) -> None:
    """Print lines to standard error, if there is one, each of them printable."""
    try:
        if sys.stderr is not None:
            print(*map(printable, lines), sep="\n", file=sys.stderr, flush=True)
    except OSError:
        pass  # nobody can be told


def abandon() -> None:
    """Let nothing more be printed. Python would try again at its end, and complain in its own words."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):  # there is no stream, or none with a descriptor
        return


def read_bytes(name: str) -> bytes:
    """Return the content of a file, or of standard input for ``-``. Raises `OSError`.

    >>> read_bytes("no-such-file")
    Traceback (most recent call last):
        ...
    FileNotFoundError: [Errno 2] No such file or directory: 'no-such-file'
    """
    if name != STANDARD_INPUT:
        return Path(name).read_bytes()
    if sys.stdin is None:
        raise OSError(0, "standard input is closed")
    return sys.stdin.buffer.read()


@contextmanager
def terminable() -> Iterator[None]:
    """Raise `TerminatedError` where SIGTERM arrives, so that the command can say how far it came."""
    ours = threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    if ours:
        signal.signal(signal.SIGTERM, _terminate)
    try:
        yield
    finally:
        if ours:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _terminate(_: int, __: FrameType | None) -> None:
    raise TerminatedError
