"""Many documents in plain Python: what was found, in order, errors as values, on several cores if wanted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from datetime import datetime
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from attrs import frozen

from arnews.article import Article
from arnews.errors import ArnewsError, ConfigurationError
from arnews.guard import failure_of
from arnews.limits import call_within
from arnews.printing import printable

__all__ = ["Given", "Keys", "Parsed", "Reads", "Row", "error_text", "made_rows", "parse_row", "parse_rows", "warm_up"]

Made = TypeVar("Made")

Row = str | bytes | Mapping[str, Any]
"""A document, or a mapping that has one."""

_ROWS_A_TASK = 32
"""Rows that go to a process at once: enough that the trip costs little, few enough that all have work to the end."""
_TASKS_AHEAD = 3
"""Tasks for each process that are read ahead, so that none waits."""
_LONGEST_REASON = 500


class Parsed(NamedTuple):
    """A row, and its article or what went wrong with it.

    >>> Parsed(row="خبر", article=None, error="took longer than 5 s").article is None
    True
    """

    row: Any
    """The row as given."""
    article: Article | None
    """The article; ``None`` if there is none. Where a step of arnews failed, what could be read."""
    error: str | None
    """One line that says what went wrong; ``None`` if nothing did."""


class Reads(Protocol):
    """The methods of `arnews.Parser` that are used here, where it cannot be imported."""

    def parse(self, document: str | bytes, /) -> Article:
        """Return the article of a page or text."""

    def parse_text(self, text: str, /, *, url: str | None, fetched_at: datetime | None) -> Article:
        """Return the article of a text."""

    def parse_html(
        self, page: str | bytes, /, *, url: str | None, fetched_at: datetime | None, encoding: str | None
    ) -> Article:
        """Return the article of a page."""


class Given(NamedTuple):
    """What is known of a document before it is parsed.

    >>> Given(text="خبر").page is None
    True
    """

    text: Any = None
    page: Any = None
    url: Any = None
    encoding: Any = None
    fetched_at: Any = None

    def parsed_by(self, parser: Reads) -> Article:
        """Return the article: of the page if there is one. Raises what a wrong type or moment makes Python raise."""
        url = self.url if self.url is None or isinstance(self.url, str) else str(self.url)
        moment = self.fetched_at
        if isinstance(moment, str):
            moment = datetime.fromisoformat(moment) if moment else None
        if self.page is None:
            return parser.parse_text(self.text, url=url, fetched_at=moment)
        encoding = None if self.encoding is None else str(self.encoding)
        return parser.parse_html(self.page, url=url, fetched_at=moment, encoding=encoding)


@frozen
class Keys:
    """The keys under which a mapping has what the parser needs. Keys that a row does not have are no error.

    >>> Keys(text="content").url
    'url'
    """

    text: str | None = "text"
    """Plain text."""
    html: str | None = "html"
    """A web page, text or bytes; where a row has both, it is parsed."""
    url: str | None = "url"
    """Its address."""
    encoding: str | None = "encoding"
    """The charset of the HTTP header."""
    fetched_at: str | None = "fetched_at"
    """The moment that «منذ ساعتين» counts from, a `datetime` or ISO 8601."""

    def of(self, row: Mapping[str, Any]) -> Given:
        """Return what a row has under these keys."""
        return Given(
            _get(row, self.text),
            _get(row, self.html),
            _get(row, self.url),
            _get(row, self.encoding),
            _get(row, self.fetched_at),
        )


def parse_row(parser: Reads, row: Row, keys: Keys, time_limit: float | None) -> Parsed:
    """Parse one row. Whatever is wrong with it becomes the error of the result."""
    try:
        article = call_within(time_limit, lambda: _article(parser, row, keys))
        return Parsed(row, article, failure_of(article))
    except Exception as error:
        return Parsed(row, None, error_text(error))


def parse_rows(
    parser: Reads, rows: Iterable[Row], keys: Keys, processes: int, time_limit: float | None
) -> Iterator[Parsed]:
    """Yield the result of each row, in order; see `arnews.Parser.parse_many`."""
    # The rows need not come back from other processes: they are here.
    found = made_rows(parser, rows, keys, processes, time_limit, _outcome)
    return (Parsed(row, *outcome) for row, outcome in found)


def made_rows(
    parser: Reads,
    rows: Iterable[Row],
    keys: Keys,
    processes: int,
    time_limit: float | None,
    make: Callable[[Parsed], Made],
) -> Iterator[tuple[Row, Made]]:
    """Yield each row and what a function makes of its result, in order.

    The function is called in the process that parsed the row: an article takes longer to send than a row of it. It
    must be one that can be sent there.
    """
    if processes < 1:
        raise ConfigurationError(f"processes must be 1 or more; got {processes}")
    if time_limit is not None and not time_limit > 0:
        raise ConfigurationError(f"a time limit must be above 0 s; got {time_limit:g}")
    if isinstance(rows, str | bytes | Mapping):
        raise TypeError(f"rows must be an iterable of documents, not one {type(rows).__name__}")
    if processes > 1:
        work = partial(_parse_task, parser, keys, time_limit, make)
        return _Processes(work, make, parser, processes).run(rows)
    warm_up(parser)
    return ((row, make(parse_row(parser, row, keys, time_limit))) for row in rows)


def warm_up(parser: Reads) -> None:
    """Make a parser read its rules and import what it imports late, so that no document is charged for it."""
    parser.parse_text("3 March 2024\n\n12/3/2024\n", url=None, fetched_at=None)
    parser.parse_html("<p>3 March 2024</p>", url=None, fetched_at=None, encoding=None)


def error_text(error: BaseException) -> str:
    """Return one line that says what went wrong with a document.

    >>> error_text(ValueError("no\\nsuch thing"))
    'ValueError: no such thing'
    """
    said = printable(" ".join(str(error).split()))
    return (said if isinstance(error, ArnewsError) else f"{type(error).__name__}: {said}")[:_LONGEST_REASON]


def _article(parser: Reads, row: Row, keys: Keys) -> Article:
    if not isinstance(row, Mapping):
        return parser.parse(row)
    found = keys.of(row)
    if found.text is None and found.page is None:
        wanted = " and no ".join(repr(key) for key in (keys.text, keys.html) if key)
        raise _NoDocumentError(f"no {wanted} in this row" if wanted else "no key for the document was given")
    return found.parsed_by(parser)


class _NoDocumentError(ArnewsError):
    """The row has none."""


def _get(row: Mapping[str, Any], key: str | None) -> Any:
    return None if key is None else row.get(key)


_Task = Sequence[Row]


def _outcome(parsed: Parsed) -> tuple[Article | None, str | None]:
    return parsed.article, parsed.error


def _parse_task(
    parser: Reads, keys: Keys, time_limit: float | None, make: Callable[[Parsed], Made], rows: _Task
) -> list[Made]:
    """Parse some rows in another process."""
    return [make(parse_row(parser, row, keys, time_limit)) for row in rows]


_work: Callable[[_Task], list[Any]] | None = None
"""What a process of the pool does; set when it starts, so that the parser makes the trip once."""


def _start(work: Callable[[_Task], list[Any]], parser: Reads) -> None:
    global _work
    _work = work
    warm_up(parser)


def _do(task: _Task) -> list[Any]:
    assert _work is not None
    return _work(task)


class _Processes(Generic[Made]):
    """A pool that is made again when a document has killed a process; that document alone gets an error."""

    def __init__(
        self, work: Callable[[_Task], list[Made]], make: Callable[[Parsed], Made], parser: Reads, processes: int
    ) -> None:
        self._work = work
        self._make = make
        self._parser = parser
        self._processes = processes
        self._pool = self._new_pool()

    def run(self, rows: Iterable[Row]) -> Iterator[tuple[Row, Made]]:
        rest = iter(rows)
        running: deque[tuple[_Task, Future[list[Made]]]] = deque()
        try:
            while True:
                while len(running) < _TASKS_AHEAD * self._processes and (task := list(islice(rest, _ROWS_A_TASK))):
                    running.append((task, self._submit(task)))
                if not running:
                    return
                yield from self._finish(running)
        finally:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _finish(self, running: deque[tuple[_Task, Future[list[Made]]]]) -> Iterator[tuple[Row, Made]]:
        """Yield what the first task holds; all that is running if a process died, because any of them was at fault."""
        task, future = running.popleft()
        try:
            found = future.result()
        except BrokenExecutor:
            tasks = [task, *(task for task, _ in running)]
            running.clear()
            self._renew()
            for row in chain.from_iterable(tasks):
                yield row, self._alone(row)
            return
        yield from zip(task, found, strict=True)

    def _alone(self, row: Row) -> Made:
        try:
            (made,) = self._submit([row]).result()
        except BrokenExecutor:
            self._renew()
            return self._make(Parsed(row, None, "the process that parsed it died"))
        return made

    def _submit(self, task: _Task) -> Future[list[Made]]:
        try:
            return self._pool.submit(_do, task)
        except BrokenExecutor as error:
            failed: Future[list[Made]] = Future()
            failed.set_exception(error)
            return failed

    def _renew(self) -> None:
        self._pool = self._new_pool()
        try:
            self._pool.submit(int).result()
        except BrokenExecutor:
            raise ConfigurationError(
                "no process can start; in a script, parse_many with processes must be below if __name__ == '__main__':"
            ) from None

    def _new_pool(self) -> ProcessPoolExecutor:
        # A fork would copy the locks of threads without the threads, so new processes begin from nothing.
        return ProcessPoolExecutor(
            self._processes,
            mp_context=get_context("spawn"),
            initializer=_start,
            initargs=(self._work, self._parser),
        )
