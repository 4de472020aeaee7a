"""Makes a tree of class folders with many small files, to see how a scan of them fares.

    python make_tree.py FOLDER [CLASSES] [FILES]

All files of a class are one file under many names (hard links), so that a million of them take little room.
"""

import os
import pathlib
import sys
import zlib

folder = pathlib.Path(sys.argv[1])
classes = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
files = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
links_a_file = 30_000


def chunk(kind, data):
    """A chunk of a PNG file."""
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def picture(shade):
    """A PNG of one grey pixel."""
    header = (1).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])
    content = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes([0, shade]))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + content


for number in range(classes):
    inside = folder / f"class-{number:04}"
    inside.mkdir(parents=True, exist_ok=True)
    for place in range(files // classes):
        path = inside / f"picture-{place:06}.png"
        if place % links_a_file == 0:
            original = path
            path.write_bytes(picture(number % 256))
        else:
            os.link(original, path)
