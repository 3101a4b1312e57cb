"""What can go wrong, as types. Bad text is never an error: it gives an Article with issues."""

from __future__ import annotations

__all__ = ["ArnewsError", "ConfigurationError"]


class ArnewsError(Exception):
    """Base of every error that arnews raises on purpose.

    >>> issubclass(ConfigurationError, ArnewsError)
    True
    """


class ConfigurationError(ArnewsError, ValueError):
    """A rule, a rule file or an outlet is wrong. The message is one sentence that says where and how.

    >>> raise ConfigurationError("share.toml: rule 'share/heading' has no phrases")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: share.toml: rule 'share/heading' has no phrases
    """
