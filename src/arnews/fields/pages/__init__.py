"""Fields of pages: what the metadata and the links say, beside what is printed."""
