"""Teaching an outlet: its cases, what they say about its rules, and a first draft of it."""
