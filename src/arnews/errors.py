"""What can go wrong, as types. Bad text is never an error: it gives an Article with issues."""

from __future__ import annotations

from arnews.printing import sentence

__all__ = ["ArnewsError", "ConfigurationError", "check_type"]


class ArnewsError(Exception):
    """Base of every error that arnews raises on purpose. Its message is one line, whatever it quotes.

    >>> issubclass(ConfigurationError, ArnewsError)
    True
    >>> str(ArnewsError("no rule\\n\\x1b[31m"))
    'no rule ·[31m'
    """

    def __init__(self, message: str = "") -> None:
        """Make an error; line ends and controls in the message become printable, and a long one is cut."""
        super().__init__(sentence(message))


class ConfigurationError(ArnewsError, ValueError):
    """A rule, a rule file or an outlet is wrong. The message is one sentence that says where and how.

    >>> raise ConfigurationError("share.toml: rule 'share/heading' has no phrases")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: share.toml: rule 'share/heading' has no phrases
    """


def check_type(name: str, value: object, *kinds: type, hint: str = "") -> None:
    """Raise `TypeError` with one sentence if the argument of a name is of none of the types.

    >>> check_type("url", 5, str, type(None))
    Traceback (most recent call last):
        ...
    TypeError: url must be a str or None, not int
    """
    if not isinstance(value, kinds):
        allowed = " or ".join(dict.fromkeys(map(_in_words, kinds)))
        raise TypeError(f"{name} must be {allowed}, not {type(value).__name__}{hint}")


def _in_words(kind: type) -> str:
    """Return a type as a message names it; what holds bytes is called bytes."""
    if kind is type(None):
        return "None"
    if kind in (bytes, bytearray, memoryview):
        return "bytes"
    return f"{'an' if kind.__name__[0] in 'AEIOUaeiou' else 'a'} {kind.__name__}"
