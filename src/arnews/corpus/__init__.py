"""A corpus in, a corpus out: the commands ``arnews convert`` and ``arnews report``."""
