"""Pages: the same labels as in a text, plus what the markup says; ``page`` is the way through."""
