"""A drawing instead of a photo and a tone instead of a voice: nobody's face, street or voice is in the example."""

import struct
from io import BytesIO
from math import pi, sin

from samenspel.ui.photos import Photo, developed
from samenspel.ui.sounds import Sound, heard

SIZE = (960, 640)
SKY, GRASS, WOOD, IRON, LEAF, SUN, PAPER, INK = (
    "#cfe6f2", "#8fb76a", "#a9713f", "#3d3a36", "#5d8a4a", "#f5c84c", "#ffffff", "#1f1f1f",
)  # fmt: skip


def bench() -> Photo:
    """A bench in a garden, in flat colours, with on it that it is an example."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", SIZE, SKY)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((760, 50, 870, 160), fill=SUN)
    draw.rectangle((0, 430, 960, 640), fill=GRASS)
    for x in (60, 150, 700, 800):
        draw.ellipse((x, 300, x + 150, 470), fill=LEAF)
    for x in (300, 640):
        draw.rectangle((x, 300, x + 18, 560), fill=IRON)
    for y in (310, 350, 390, 450, 475):
        draw.rectangle((270, y, 690, y + 22), fill=WOOD)
    draw.rectangle((30, 565, 350, 620), fill=PAPER)
    draw.text((45, 572), "getekend voorbeeld", fill=INK, font=ImageFont.load_default(32))
    out = BytesIO()
    picture.save(out, "PNG")
    out.seek(0)
    return developed(out)


RATE, SECONDS = 8000, 2


def tone() -> Sound:
    """Two seconds of three notes, in 16 kB: nobody's voice."""
    notes = (392, 494, 587)
    step = RATE * SECONDS // len(notes)
    data = bytes(
        128 + round(50 * sin(2 * pi * notes[min(n // step, 2)] * n / RATE) * (1 - n % step / step))
        for n in range(RATE * SECONDS)
    )
    how = struct.pack("<HHIIHH", 1, 1, RATE, RATE, 1, 8)
    body = b"WAVE" + b"fmt " + struct.pack("<I", len(how)) + how + b"data" + struct.pack("<I", len(data)) + data
    return heard(BytesIO(b"RIFF" + struct.pack("<I", len(body)) + body))
