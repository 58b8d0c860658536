"""vote-2020.pb.gz: the vote of the Indische Buurt in 2020, with new numbers for the voters."""

import gzip
from pathlib import Path

from demo.extracting.common import content

FILE = "participation/pabulib/Netherlands_Amsterdam_335.pb.gz"


def vote(folder: Path) -> bytes:
    """The same file, every ballot in its place; only the voter numbers are 1, 2, 3 and on."""
    head, ballots = content(folder / FILE).decode("utf-8").replace("\r\n", "\n").split("\nVOTES\n")
    header, *lines = ballots.splitlines()
    renumbered = [f"{place};{line.split(';', 1)[1]}" for place, line in enumerate(lines, start=1)]
    text = "\n".join([head, "VOTES", header, *renumbered, ""])
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)
