"""Recordings that people send: read by content, sound only, and without what a phone writes beside it.

`heard(file)` gives what we keep, or a ValidationError that says what is wrong and what to do.
`played(request, data, kind)` sends it, whole or in the parts that a player asks for.
"""

from samenspel.ui.sounds.playing import played
from samenspel.ui.sounds.reading import MOST_BYTES, Sound, heard

__all__ = ["MOST_BYTES", "Sound", "heard", "played"]
