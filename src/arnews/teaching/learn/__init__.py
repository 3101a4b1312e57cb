"""A first draft of an outlet, learned from several of its documents without labels."""

from arnews.teaching.learn.draft import Draft, learn
from arnews.teaching.learn.examples import Example

__all__ = ["Draft", "Example", "learn"]
