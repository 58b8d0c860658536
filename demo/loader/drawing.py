"""A drawing instead of a photo: the example neighbourhood shows nobody's face and nobody's street."""

from io import BytesIO

from samenspel.ui.photos import Photo, developed

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
