"""How a partnership looks: its ``_brand.yml``, in the brand.yml convention, resolved to plain values.

The convention is described at https://posit-dev.github.io/brand-yml/. What is read here: meta, logo,
color and typography; ``defaults`` belongs to other programs and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, field_validator

from publisher import assets
from publisher.errors import PublisherError
from publisher.schema import Strict, wrong

_colour = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})|[a-zA-Z-]+")
_family = re.compile(r"[A-Za-z0-9][A-Za-z0-9 _-]*")
_weight_number = re.compile(r"[0-9]{1,4}")
_ROLES = ("foreground", "background", "primary", "secondary", "tertiary", "success", "info", "warning", "danger")
_FONTS = frozenset({b"\0\1\0\0", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2"})
"""How font files begin: TrueType, OpenType and WOFF."""
LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
"""The media types of the pictures that can be a logo, by the endings of their names."""


def _full_name(value: Any) -> Any:
    return {"full": value} if isinstance(value, str) else value


def _home(value: Any) -> Any:
    return {"home": value} if isinstance(value, str) else value


def _light(value: Any) -> Any:
    """Take the light variant where a brand gives one for light and one for dark backgrounds."""
    return value.get("light", "") if isinstance(value, dict) else value


def _image(value: Any) -> Any:
    return {"path": value} if isinstance(value, str) else value


def _logo(value: Any) -> Any:
    return {"medium": value} if isinstance(value, str) else value


class Name(Strict):
    """The partnership's name in both lengths."""

    full: str = ""
    short: str = ""


class Meta(Strict):
    """Who the brand belongs to."""

    name: Annotated[Name, BeforeValidator(_full_name)] = Name()
    link: Annotated[dict[str, str], BeforeValidator(_home)] = {}


class LogoImage(Strict):
    """A picture file and the words that stand for it."""

    path: str
    alt: str = ""


Variant = Annotated[str, BeforeValidator(_light)]


class LogoFiles(Strict):
    """The logo in several sizes: names of ``images``, or paths."""

    images: dict[str, Annotated[LogoImage, BeforeValidator(_image)]] = {}
    small: Variant = ""
    medium: Variant = ""
    large: Variant = ""

    def chosen(self) -> LogoImage | None:
        """Return the image for a page header: the medium one where there is a choice."""
        name = self.medium or self.large or self.small or next(iter(self.images), "")
        if not name:
            return None
        return self.images.get(name) or LogoImage(path=name)


class ColorRoles(Strict):
    """A palette and what its colours are for."""

    palette: dict[str, Variant] = {}
    foreground: Variant = ""
    background: Variant = ""
    primary: Variant = ""
    secondary: Variant = ""
    tertiary: Variant = ""
    success: Variant = ""
    info: Variant = ""
    warning: Variant = ""
    danger: Variant = ""
    light: Variant = ""
    dark: Variant = ""

    @field_validator("*")
    @classmethod
    def _is_colour(cls, value: Any) -> Any:
        for colour in value.values() if isinstance(value, dict) else [value]:
            if colour and not _colour.fullmatch(colour):
                raise wrong(f"`{colour}` is not a colour", "Write it as #rrggbb, or name a colour of the palette.")
        return value

    def resolved(self) -> dict[str, str]:
        """Return each role's colour with names of the palette and of other roles followed."""
        roles = {role: getattr(self, role) for role in _ROLES if getattr(self, role)}
        # A role may bear the name of the palette entry it uses, so the palette is looked at first.
        return {role: _follow({**roles, **self.palette}, value) for role, value in roles.items()}


def _follow(written: Mapping[str, str], name: str) -> str:
    seen: list[str] = []
    while name in written:
        if name in seen:
            raise PublisherError(f"the colours {' and '.join(f'`{step}`' for step in seen)} name each other")
        seen.append(name)
        name = written[name]
    return name


class FontFile(Strict):
    """One font file of a family."""

    path: str
    weight: str = "400"
    style: str = "normal"


class FontSource(Strict):
    """A family and where its files are; only files in the folder are used, never a web service."""

    family: str
    source: str = "file"
    files: tuple[Annotated[FontFile, BeforeValidator(_image)], ...] = ()


def _family_of(value: Any) -> Any:
    return {"family": value} if isinstance(value, str) else value


class TypeFace(Strict):
    """A family for one use."""

    model_config = ConfigDict(extra="ignore", frozen=True)
    family: str = ""
    weight: str = ""

    @field_validator("family")
    @classmethod
    def _is_family(cls, family: str) -> str:
        if family and not _family.fullmatch(family):
            raise wrong(f"`{family}` is not a font family", "Write the family's name, such as Source Sans 3.")
        return family


Face = Annotated[TypeFace, BeforeValidator(_family_of)]


class Typography(Strict):
    """The fonts and what they are for."""

    fonts: tuple[FontSource, ...] = ()
    base: Face = TypeFace()
    headings: Face = TypeFace()
    monospace: Face = TypeFace()
    monospace_inline: Face = Field(TypeFace(), alias="monospace-inline")
    monospace_block: Face = Field(TypeFace(), alias="monospace-block")
    link: Face = TypeFace()


class BrandFile(Strict):
    """A ``_brand.yml``."""

    model_config = ConfigDict(title="brand.yml")
    meta: Meta = Meta()
    logo: Annotated[LogoFiles, BeforeValidator(_logo)] = LogoFiles()
    color: ColorRoles = ColorRoles()
    typography: Typography = Typography()
    defaults: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as bytes, ready to stand in any format."""

    data: bytes
    media_type: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Font:
    """A font file on disk."""

    family: str
    path: Path
    weight: int
    style: str


@dataclass(frozen=True, slots=True)
class Brand:
    """All that a renderer knows of a partnership's look."""

    identifier: str
    folders: tuple[Path, ...]
    """Where templates, style sheets and assets are looked for, nearest first."""
    layout: str
    colors: Mapping[str, str]
    """Role to colour, such as ``primary`` to ``#00665e``."""
    fonts: tuple[Font, ...]
    base_family: str
    headings_family: str
    headings_weight: int
    logo: Logo | None
    pdf_standard: Literal["ua-1", "ua-2"] = "ua-1"
    """What its PDFs conform to: PDF/UA-1 with PDF/A-3a, or PDF/UA-2."""
    page_budget: int = 2
    """Pages that a PDF may have before its layout gives way to one for longer texts."""

    def find(self, name: str) -> Path | None:
        """Return the nearest file of that name in the brand's folders; never one outside them."""
        return find(self.folders, name)


def find(folders: tuple[Path, ...], name: str) -> Path | None:
    """Return the first of ``folders`` that has the file, as a path; None where no folder has it."""
    for folder in folders:
        # A name may be too long for a file, have a character that none may have, or lead round in circles.
        with suppress(OSError, RuntimeError, ValueError):
            path = (folder / name).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path
    return None


def resolve(file: BrandFile, identifier: str, folders: tuple[Path, ...], layout: str, name: str) -> Brand:
    """Return the brand that a merged ``_brand.yml`` describes.

    Raises PublisherError for a logo or font file that is not in the folders, too large, or of an unknown kind.
    """
    typography = file.typography
    base = typography.base.family or "Source Sans 3"
    return Brand(
        identifier,
        folders,
        layout,
        file.color.resolved(),
        tuple(_font(source.family, font, folders) for source in typography.fonts for font in source.files),
        base,
        typography.headings.family or base,
        _weight(typography.headings.weight or "700"),
        _read_logo(file.logo.chosen(), folders, name),
    )


def _weight(written: str) -> int:
    names = {"normal": 400, "regular": 400, "medium": 500, "semi-bold": 600, "bold": 700}
    weight = names.get(written) or (int(written) if _weight_number.fullmatch(written) else 0)
    if not 1 <= weight <= 1000:
        raise PublisherError(f"`{written}` is not a font weight; write a number such as 700")
    return weight


def _font(family: str, file: FontFile, folders: tuple[Path, ...]) -> Font:
    path = find(folders, file.path)
    if path is None:
        raise PublisherError(f"the font file `{file.path}` is not in `{folders[0].name}` or a folder it inherits from")
    readable = assets.readable(path, file.path)
    with readable.open("rb") as opened:
        if opened.read(4) not in _FONTS:
            raise PublisherError(f"`{file.path}` is not a font file; `publisher brand check` says more")
    return Font(family, readable, _weight(file.weight), "italic" if file.style == "italic" else "normal")


def _read_logo(image: LogoImage | None, folders: tuple[Path, ...], name: str) -> Logo | None:
    if image is None:
        return None
    path = find(folders, image.path)
    if path is None:
        raise PublisherError(f"the logo `{image.path}` is not in `{folders[0].name}` or a folder it inherits from")
    media_type = LOGO_TYPES.get(path.suffix.lower())
    if media_type is None:
        raise PublisherError(f"the logo `{image.path}` is not an SVG, PNG or JPEG file")
    return Logo(assets.readable(path, image.path).read_bytes(), media_type, image.alt or name)
