"""datatrove: a block that puts the body in the place of the text, and everything else into the metadata."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

from arnews import Parser
from arnews.arrow import row


class ArnewsBlock(PipelineStep):
    """Parses each document; one that fails keeps its text and has an ``error``."""

    name = "arnews"
    type = "extract"

    def __init__(self, time_limit: float = 10, processes: int = 1) -> None:
        super().__init__()
        self.options = {"time_limit": time_limit, "processes": processes}

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Yield the documents in order."""
        parser = Parser()
        rows = ({"text": each.text, "url": each.metadata.get("url"), "document": each} for each in data)
        for parsed in parser.parse_many(rows, **self.options):
            document: Document = parsed.row["document"]
            self.stat_update("failed" if parsed.error else "parsed")
            if parsed.article is not None:
                found = row(parsed.article, id=document.id)
                document.text = found.pop("text")
                document.metadata |= found
            document.metadata["error"] = parsed.error
            yield document


def documents(rows: list[dict[str, Any]]) -> Iterator[Document]:
    """Return rows as documents; a reader of datatrove does this in a pipeline."""
    for each in rows:
        yield Document(text=each["text"], id=each["id"], metadata={"url": each["url"], "size": each["size"]})
