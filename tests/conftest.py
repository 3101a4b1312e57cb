"""Settings of all tests: how many random documents the laws are tried on, and that errors are raised."""

from __future__ import annotations

import os
import signal

from hypothesis import HealthCheck, settings

# A first run of a strategy compiles patterns and reads rule files, so no example is held to a deadline;
# what must be fast or linear is measured by tests of its own.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)

# The quick run says the same twice; the deep one looks further each time.
# An error inside arnews becomes an issue of the article; here it is raised, so that nothing hides.
os.environ["ARNEWS_DEBUG"] = "1"

# A shell that runs the tests in the background has them ignore the keyboard, and what they start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("quick", _COMMON, max_examples=60, derandomize=True, database=None)
settings.register_profile("deep", _COMMON, max_examples=6000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# These need engines of hundreds of megabytes: `make engines` installs and runs them.
collect_ignore = [] if os.environ.get("ARNEWS_ENGINES") else ["engines"]
