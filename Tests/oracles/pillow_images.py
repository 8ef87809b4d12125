#!/usr/bin/env python3
"""Writes the images in Tests/Fixtures/images, and sizes.json with the kind and size that Pillow reads from each.

Run it after adding an image: python3 Tests/oracles/pillow_images.py (Pillow 11.3 or newer, for AVIF)
"""

import io
import json
import pathlib
import struct
import zlib

import PIL
from PIL import Image, ImageOps

FOLDER = pathlib.Path(__file__).parent.parent / "Fixtures" / "images"


def picture(width, height, mode="RGB"):
    return Image.linear_gradient("L").resize((width, height)).convert(mode)


def exif(orientation, order="<", thumbnail=None):
    """A TIFF with an orientation in its first directory and, where there is a thumbnail, that in its second."""
    tiff = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "L", 8)
    entry = struct.pack(order + "HHLHH", 0x0112, 3, 1, orientation, 0)
    maker = struct.pack(order + "HHL4s", 0x010F, 2, 4, b"abc\0")
    tiff += struct.pack(order + "H", 2) + maker + entry
    if thumbnail is None:
        return b"Exif\0\0" + tiff + struct.pack(order + "L", 0)
    second = len(tiff) + 4
    tiff += struct.pack(order + "L", second)
    start = second + 2 + 2 * 12 + 4
    tiff += struct.pack(order + "H", 2)
    tiff += struct.pack(order + "HHLL", 0x0201, 4, 1, start) + struct.pack(order + "HHLL", 0x0202, 4, 1, len(thumbnail))
    return b"Exif\0\0" + tiff + struct.pack(order + "L", 0) + thumbnail


def encoded(image, form, **options):
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def interlaced_png(width, height):
    """A grey PNG in Adam7's seven passes, which Pillow reads and does not write."""
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    rows = b""
    for left, top, across, down in passes:
        columns = range(left, width, across)
        if len(columns) > 0:
            for y in range(top, height, down):
                rows += b"\0" + bytes((x * 3 + y * 5) % 256 for x in columns)

    def chunk(name, data):
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    header = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def images():
    frames = [picture(31, 17), picture(31, 17).transpose(Image.Transpose.FLIP_TOP_BOTTOM)]
    more = {"save_all": True, "append_images": frames[1:]}
    thumbnail = encoded(picture(16, 12), "JPEG", quality=20)

    yield "plain.png", encoded(picture(37, 21), "PNG")
    yield "palette.png", encoded(picture(300, 2).convert("P"), "PNG")
    yield "animated.png", encoded(frames[0], "PNG", **more)
    yield "interlaced.png", interlaced_png(19, 27)
    turned = Image.Exif()
    turned[0x0112] = 6
    yield "orientation-6.png", encoded(picture(40, 24), "PNG", exif=turned)

    yield "plain.jpg", encoded(picture(41, 23), "JPEG")
    yield "progressive.jpg", encoded(picture(43, 29), "JPEG", progressive=True)
    yield "cmyk.jpg", encoded(picture(33, 20, "CMYK"), "JPEG")
    yield "comment.jpg", encoded(picture(25, 40), "JPEG", comment=b"\xff\xc0\0\x11\x08\0\x09\0\x09" * 30)
    yield "profile.jpg", encoded(picture(44, 30), "JPEG", icc_profile=bytes(range(256)) * 20)
    for orientation in range(1, 9):
        order = "<" if orientation % 2 else ">"
        data = exif(orientation, order, thumbnail)
        yield f"orientation-{orientation}.jpg", encoded(picture(40, 24), "JPEG", exif=data)
    yield "no-such-orientation.jpg", encoded(picture(40, 24), "JPEG", exif=exif(9))

    yield "plain.gif", encoded(picture(34, 18), "GIF")
    yield "animated.gif", encoded(frames[0], "GIF", **more)
    yield "comment.gif", encoded(picture(34, 18), "GIF", comment=b"," * 600)
    small = encoded(picture(34, 18), "GIF")
    yield "small-screen.gif", small[:6] + struct.pack("<HH", 5, 40) + small[10:]

    yield "lossy.webp", encoded(picture(35, 22), "WEBP", quality=50)
    yield "lossless.webp", encoded(picture(36, 26), "WEBP", lossless=True)
    yield "transparent.webp", encoded(picture(301, 9, "LA").convert("RGBA"), "WEBP", quality=50, exif=exif(1))
    yield "animated.webp", encoded(frames[0], "WEBP", **more)

    yield "plain.avif", encoded(picture(45, 28), "AVIF", quality=30)
    see_through = picture(48, 20, "RGBA")
    see_through.putalpha(picture(48, 20, "L"))
    yield "transparent.avif", encoded(see_through, "AVIF", quality=30)
    yield "animated.avif", encoded(frames[0], "AVIF", quality=30, **more)
    for orientation in [2, 3, 5, 6, 8]:
        yield f"orientation-{orientation}.avif", encoded(picture(46, 26), "AVIF", quality=30, exif=exif(orientation))

    yield "plain.ico", encoded(picture(32, 32), "ICO", sizes=[(32, 32)])
    yield "several.ico", encoded(picture(64, 64), "ICO", sizes=[(16, 16), (48, 48), (32, 32)])
    yield "large.ico", encoded(picture(256, 256), "ICO", sizes=[(256, 256), (16, 16)])
    yield "bitmap.ico", encoded(picture(24, 24), "ICO", sizes=[(24, 24)], bitmap_format="bmp")


FOLDER.mkdir(exist_ok=True)
for path in FOLDER.glob("*.*"):
    path.unlink()
sizes = []
for name, data in images():
    (FOLDER / name).write_bytes(data)
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        width, height = ImageOps.exif_transpose(image).size
        kind = "png" if image.format == "APNG" else image.format.lower()
        sizes.append({"file": name, "kind": kind, "width": width, "height": height})
(FOLDER / "sizes.json").write_text("[\n" + ",\n".join(json.dumps(size) for size in sizes) + "\n]\n")
print(f"{len(sizes)} images with Pillow {PIL.__version__}")
