"""A time limit for one document that holds inside Python: in the main thread by a signal, in others by a watcher.

The exception that stops the work is no `Exception`, so that no ``except Exception`` on the way swallows it. A
destructor is let end first, because an exception is lost there; one that hits it nevertheless is raised again a
twentieth of a second later, until the work ends. What runs in C and never looks at signals cannot be stopped from
inside: that takes a second process.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from math import inf
from types import FrameType
from typing import Any, Self, TypeVar

from arnews.errors import ArnewsError, ConfigurationError

__all__ = ["TimeLimit", "TimeLimitError", "call_within"]

_T = TypeVar("_T")
_AGAIN = 0.05
"""Seconds after which the work is told again to stop; also how exact the watcher of other threads is."""
_SHORTEST_TICK = 0.001
"""Seconds between two alarms of a very short limit: with fewer, nothing but the answer to alarms would run."""
_IDLE = 0.5
"""Seconds without work after which the watcher ends: a process with threads cannot be forked safely."""


_CALLED_BACK = ("weakref", "_weakrefset")
"""Modules whose functions are called when an object goes."""


class TimeLimitError(ArnewsError):
    """A document took longer than it may.

    >>> call_within(0.01, lambda: [number for number in iter(int, 1)])
    Traceback (most recent call last):
        ...
    arnews.limits.TimeLimitError: took longer than 0.01 s
    """


class _Late(BaseException):
    """Raised in the middle of the work."""


def call_within(seconds: float | None, work: Callable[[], _T]) -> _T:
    """Return what the work returns, or stop it; see `TimeLimit`. Without a limit it takes as long as it likes.

    >>> call_within(5, lambda: 2 + 2)
    4
    """
    if seconds is None:
        return work()
    with TimeLimit(seconds) as limit:
        return limit.call(work)


class TimeLimit:
    """A time limit for each of many calls from one thread. The alarm is set once, so a call costs next to nothing.

    Args:
        seconds: how long a call may take, by the clock on the wall.

    Raises:
        ConfigurationError: the limit is not above zero, or cannot hold: not the main thread, and not CPython.

    >>> with TimeLimit(5) as limit:
    ...     [limit.call(lambda: 2 + 2), limit.call(lambda: 3 + 3)]
    [4, 6]
    """

    def __init__(self, seconds: float) -> None:
        if not seconds > 0:
            raise ConfigurationError(f"a time limit must be above 0 s; got {seconds:g}")
        self.seconds = seconds
        self._deadline = inf
        self._call: Callable[[Callable[[], Any]], Any] = self._by_watcher

    def __enter__(self) -> Self:
        """Set the alarm. The one that the caller may have set goes on afterwards."""
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            self._call = self._by_signal
            self._began = time.monotonic()
            self._handler = signal.signal(signal.SIGALRM, self._stop)
            tick = max(min(_AGAIN, self.seconds / 4), _SHORTEST_TICK)
            self._left, self._interval = signal.setitimer(signal.ITIMER_REAL, tick, tick)
        elif sys.implementation.name != "cpython":
            raise ConfigurationError("a time limit holds in the main thread only: this is not CPython")
        return self

    def __exit__(self, *_: object) -> None:
        """Put the alarm of the caller back, at once if it is overdue."""
        if self._call == self._by_signal:
            signal.setitimer(signal.ITIMER_REAL, 0)
            # The last alarm may arrive in another thread, a little later: the default action would end the process.
            signal.signal(signal.SIGALRM, self._handler if callable(self._handler) else _ignore)
            if self._left:
                left = self._left - (time.monotonic() - self._began)
                signal.setitimer(signal.ITIMER_REAL, max(left, 1e-6), self._interval)

    def call(self, work: Callable[[], _T]) -> _T:
        """Return what the work returns, or raise TimeLimitError after stopping it."""
        found: _T = self._call(work)
        return found

    def _stop(self, _: int, frame: FrameType | None) -> None:
        if time.monotonic() > self._deadline and _can_stop(frame):
            raise _Late

    def _by_signal(self, work: Callable[[], _T]) -> _T:
        self._deadline = time.monotonic() + self.seconds
        try:
            return _inside(work)
        except _Late:
            raise TimeLimitError(f"took longer than {self.seconds:g} s") from None
        finally:
            self._deadline = inf

    def _by_watcher(self, work: Callable[[], _T]) -> _T:
        watch = _WATCHER.add(threading.get_ident(), time.monotonic() + self.seconds)
        try:
            return _inside_watched(work, watch)
        except _Late:
            raise TimeLimitError(f"took longer than {self.seconds:g} s") from None
        finally:
            _WATCHER.remove(watch)


def _ignore(*_: object) -> None:
    """Answer an alarm that nobody waits for."""


def _inside(work: Callable[[], _T]) -> _T:
    """Call the work. Only what runs above this frame is ever stopped, so that the exception cannot get away."""
    return work()


class _Watch:
    """A thread that is watched."""

    def __init__(self, thread: int, deadline: float) -> None:
        self.thread = ctypes.c_ulong(thread)
        self.ident = thread
        self.deadline = deadline
        self.working: list[None] = []
        """Has an item while the thread may be stopped."""


def _inside_watched(work: Callable[[], _T], watch: _Watch) -> _T:
    """Call the work, and let the watcher know when it has ended.

    An exception of another thread arrives only after a call or at a jump. So the list is empty before one can arrive
    outside the ``try`` of the caller, and none is sent after that.
    """
    watch.working.append(None)
    try:
        return _inside(work)
    finally:
        watch.working.clear()


def _can_stop(frame: FrameType | None) -> bool:
    """Return whether a frame is work, and neither it nor what called it is a destructor."""
    while frame is not None:
        code = frame.f_code
        if code is _inside.__code__:
            return True
        if code.co_name == "__del__" or frame.f_globals.get("__name__") in _CALLED_BACK:
            return False
        frame = frame.f_back
    return False


def _has_global_lock() -> bool:
    return sys.version_info < (3, 13) or sys._is_gil_enabled()


class _Watcher:
    """One thread that looks at the clock for all the others, and ends when nobody has asked for a while."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._watches: set[_Watch] = set()
        self._thread: threading.Thread | None = None
        self._raise: Any = ctypes.pythonapi.PyThreadState_SetAsyncExc if hasattr(ctypes, "pythonapi") else None

    def add(self, thread: int, deadline: float) -> _Watch:
        watch = _Watch(thread, deadline)
        with self._lock:
            self._watches.add(watch)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="arnews-time-limit", daemon=True)
                self._thread.start()
        return watch

    def remove(self, watch: _Watch) -> None:
        with self._lock:
            self._watches.discard(watch)
            # Under the global lock one that was sent has arrived. To call back what is not there makes CPython 3.11 and
            # 3.12 look for it from then on, and 3.11 never gets past that in a thread that is traced.
            if not _has_global_lock():
                self._raise(watch.thread, None)

    def _run(self) -> None:
        used = time.monotonic()
        late = ctypes.py_object(_Late)
        while True:
            time.sleep(_AGAIN)
            with self._lock:
                now = time.monotonic()
                if self._watches:
                    used = now
                elif now - used > _IDLE:
                    self._thread = None
                    return
                for watch in self._watches:
                    if now >= watch.deadline and _can_stop(sys._current_frames().get(watch.ident)):
                        self._stop(watch.working, watch.thread, late)

    def _stop(self, working: list[None], thread: ctypes.c_ulong, late: Any) -> None:
        stop = self._raise
        # No other thread runs between these two: the interpreter changes threads at calls and jumps alone.
        if working:
            stop(thread, late)


_WATCHER = _Watcher()


def _renew() -> None:
    """Begin again in a child process, which has no watcher, and may have its lock closed."""
    global _WATCHER
    _WATCHER = _Watcher()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew)
