"""A picture that packs as badly as a photograph: light that falls off, things with edges, and grain over all."""

from io import BytesIO
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageChops, ImageDraw, ImageFilter


def photograph(width: int = 2400, height: int = 1600) -> SimpleUploadedFile:
    """The same photograph each time, as a telephone sends it."""
    chance = Random(2018)
    light = Image.merge(
        "RGB", [Image.linear_gradient("L").rotate(turn).resize((width, height)) for turn in (0, 90, 180)]
    )
    pen = ImageDraw.Draw(light)
    for _thing in range(600):
        x, y, size = chance.randrange(width), chance.randrange(height), chance.randrange(10, width // 12)
        colour = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
        pen.ellipse((x, y, x + size, y + size * chance.uniform(0.4, 1.6)), fill=colour)
    seen = light.filter(ImageFilter.GaussianBlur(1.5))
    grain = Image.merge("RGB", [Image.effect_noise((width, height), 22) for _band in range(3)])
    out = BytesIO()
    ImageChops.add(seen, grain, scale=1.0, offset=-128).save(out, "JPEG", quality=92)
    return SimpleUploadedFile("anh-chup.jpg", out.getvalue(), "image/jpeg")
