"""Pictures without what their files say of them: who took them, where and of whom. The pixels stay as they are."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
# What says how the pixels look; all else in a PNG file is words, dates and Exif (PNG, third edition, section 4.7).
_of_pixels = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT".split())
_JPEG, _SCAN = b"\xff\xd8", 0xDA
_JFIF, _EXIF, _COLOURS, _ADOBE, _LAST, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_ORIENTATION = 0x0112


def bare(data: bytes) -> bytes | None:
    """Return a picture's file with its pixels alone; None where it is no JPEG or PNG file, or a broken one."""
    try:
        if data.startswith(_PNG):
            return _PNG + b"".join(_chunks(data))
        return _JPEG + b"".join(_segments(data)) if data.startswith(_JPEG) else None
    except (struct.error, ValueError):
        return None


def _chunks(data: bytes) -> Iterator[bytes]:
    position, name = len(_PNG), b""
    while name != b"IEND":
        length, name = struct.unpack_from(">I4s", data, position)
        end = position + length + 12
        if name in _of_pixels:
            yield data[position:end]
        position = end


def _segments(data: bytes) -> Iterator[bytes]:
    """Yield the segments of a JPEG file that say how it looks; which way up it is comes first."""
    yield _turned(data)
    position, kind = len(_JPEG), 0
    while kind != _SCAN:
        mark, kind, length = struct.unpack_from(">BBH", data, position)
        if mark != 0xFF:
            raise ValueError(position)
        end = position + length + 2
        if not (_JFIF < kind <= _LAST or kind == _COMMENT) or kind == _ADOBE or _is_profile(data, position, kind):
            yield data[position:end]
        position = end
    yield data[position : data.rindex(b"\xff\xd9") + 2]


def _is_profile(data: bytes, position: int, kind: int) -> bool:
    return kind == _COLOURS and data[position + 4 : position + 15] == b"ICC_PROFILE"


def _turned(data: bytes) -> bytes:
    """Return a segment that has nothing but which way up the picture is; b"" where it stands upright."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as picture:
            way = picture.getexif().get(_ORIENTATION, 1)
    except (OSError, ValueError, SyntaxError):
        return b""
    if way == 1:
        return b""
    exif = Image.Exif()
    exif[_ORIENTATION] = way
    written = exif.tobytes()
    return struct.pack(">BBH", 0xFF, _EXIF, len(written) + 2) + written
