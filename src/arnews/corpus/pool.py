"""Workers that are watched: one that dies or takes too long is replaced, and costs the row that it held."""

from __future__ import annotations

import json
import multiprocessing
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from arnews.corpus.parts import put
from arnews.corpus.worker import STOPPING, At, Done, Job, Place, run
from arnews.errors import ArnewsError

__all__ = ["ConversionError", "run_jobs"]

_TICK = 0.25
"""Seconds between looks at the clocks of the workers."""
_PATIENCE = 2.0
"""A worker is killed when a row takes so many times its limit: inside Python the limit stops it before."""
_GRACE = 1.0
"""Seconds on top, for a machine that is busy with something else."""
_MOST_DEATHS = 5
"""How often in a row a worker may die without a row to blame."""


class ConversionError(ArnewsError):
    """A conversion cannot go on."""


class _Worker:
    """A process and what it is doing."""

    def __init__(self, place: Place) -> None:
        # A fork shares the rules that its parent has read; it would also copy the locks of threads without the threads.
        can_fork = sys.platform == "linux" and threading.active_count() == 1
        context: Any = multiprocessing.get_context("fork" if can_fork else "spawn")
        self.at: Any = context.RawValue(At)
        self.at.index = -1
        self.link: Connection
        self.link, link = context.Pipe()
        self.process: BaseProcess = context.Process(target=run, args=(link, self.at, place), daemon=True)
        self.process.start()  # with signals held; the worker lets them go
        link.close()
        self.is_ready = False
        self.job: Job | None = None
        self._seen: tuple[int, float] = (-1, 0.0)

    def give(self, job: Job) -> None:
        self.job = job
        self.link.send(job)

    def is_late(self, limit: float) -> bool:
        """Return whether it has been at one row for too long, seen twice: the two numbers do not change as one."""
        now = (self.at.index, self.at.since)
        before, self._seen = self._seen, now
        return now == before and now[0] >= 0 and time.monotonic() - now[1] > limit

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.link.close()


def run_jobs(jobs: Iterator[Job], place: Place, workers: int) -> Iterator[Done]:
    """Make the parts, and yield each when it is done. Raises ConversionError if nothing more can be made."""
    pool = _Pool(place, workers)
    try:
        yield from pool.run(jobs)
    finally:
        with _held_signals():
            for worker in pool.workers:
                worker.kill()


@contextmanager
def _held_signals() -> Iterator[None]:
    """Let the signals wait that stop the command, while workers come and go.

    At a fork the exception of a signal is lost in the hooks of other modules, or raised in the child, too; a little
    later, and the worker is started but nobody knows of it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Pool:
    def __init__(self, place: Place, workers: int) -> None:
        self.place = place
        self.layout = place.layout
        self.size = workers
        self.limit = place.settings.time_limit
        self.workers: list[_Worker] = []
        self.waiting: deque[Job] = deque()
        self.deaths = 0

    def run(self, jobs: Iterator[Job]) -> Iterator[Done]:
        while True:
            self._start_workers(jobs)
            for worker in self.workers:
                if worker.is_ready and worker.job is None and self.waiting:
                    worker.give(self.waiting.popleft())
            if not self.waiting and all(each.job is None for each in self.workers):
                return
            yield from self._wait()

    def _start_workers(self, jobs: Iterator[Job]) -> None:
        """Read one job for each idle worker and one more; start workers only while there is one more."""
        while True:
            idle = sum(each.job is None for each in self.workers)
            self.waiting.extend(islice(jobs, max(idle + 1 - len(self.waiting), 0)))
            if len(self.waiting) <= idle or len(self.workers) == self.size:
                return
            with _held_signals():
                self.workers.append(_Worker(self.place))

    def _wait(self) -> Iterator[Done]:
        handles = [handle for each in self.workers for handle in (each.link, each.process.sentinel)]
        ready = wait(handles, timeout=_TICK)
        for place, worker in enumerate(self.workers):
            said = None
            if worker.link in ready:
                try:
                    said = worker.link.recv()
                except (EOFError, OSError):
                    worker.process.join()
                else:
                    self.deaths = 0
                    if said is None:
                        worker.is_ready = True
                        continue
                    if said.failure is not None:
                        raise ConversionError(said.failure)
                    worker.job = None
                    yield said
                    continue
            if worker.process.exitcode is not None:
                self._replace(place, f"the process that parsed it died ({_exit(worker.process.exitcode)})")
            elif worker.is_late(self.limit * _PATIENCE + _GRACE):
                self._replace(place, f"took longer than {self.limit:g} s, and could not be stopped")

    def _replace(self, place: int, reason: str) -> None:
        """Kill a worker, write down the row that it held, and start another that does the rest of its part."""
        worker = self.workers[place]
        with _held_signals():
            worker.kill()
            self.workers[place] = _Worker(self.place)
        index = worker.at.index
        if worker.job is not None:
            if index >= 0:
                worker.job.bad[index] = reason
                # At once: a run that is killed before this part is done would meet the row again, and never end.
                note = json.dumps(worker.job.bad).encode()
                put(self.layout.bad(worker.job.name), self.layout, lambda file: file.write(note))
            self.waiting.appendleft(worker.job)
        if index < 0:
            self.deaths += 1
            if self.deaths > _MOST_DEATHS:
                raise ConversionError(f"workers die before they begin a row: {reason}")


def _exit(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit status {code}"
