"""Speed, memory and time to import: ``python -m benchmarks``."""
