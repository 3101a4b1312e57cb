"""From labeled segments to values: one module a family of fields, each function pure and useful alone."""
