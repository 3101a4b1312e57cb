"""What a page states of itself outside its text: raw strings of the markup → PageMetadata."""

from arnews.reading.metadata.raw import RawMetadata
from arnews.reading.metadata.read import read_metadata

__all__ = ["RawMetadata", "read_metadata"]
