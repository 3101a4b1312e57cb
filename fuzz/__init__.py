"""Fuzzing guided by coverage: what it finds becomes a test. See `python -m fuzz --help`."""
