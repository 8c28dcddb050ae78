"""A partnership's folder read as far as it can be: what cannot be used is a finding, and only that part is left out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from publisher import assets
from publisher import brand as brands
from publisher.brand import Brand, BrandFile, Logo
from publisher.branding import unsafe_file
from publisher.branding._brand_check import Folder
from publisher.diagnostics import Diagnostic, Severity, Span
from publisher.errors import PublisherError
from publisher.partnership import BRAND, PROFILE, Partnership, Profile, inherited, merged, shown, unnamed, with_base
from publisher.project import Project, built_in
from publisher.schema import validate
from publisher.source import NAMES, read_file


def read(project: Project, identifier: str) -> tuple[Folder | None, list[Diagnostic]]:
    """Return a partnership's folder, with those that it extends, and what is wrong with its files, keys and values.

    The folder is None where nothing can be said beyond that. Raises PublisherError where there is no such folder.
    """
    found: list[Diagnostic] = []
    own: list[Path] = []
    try:
        for folder in inherited(identifier, project.templates, project.root):
            own.append(folder)
            faults = list(assets.faults(folder))
            found += [_of_fault(fault, folder, project.root) for fault in faults]
            if any(fault.file == PROFILE for fault in faults):
                return None, found
    except PublisherError as error:
        if not own:
            raise
        found.append(_wrong_base(own[-1] / PROFILE, project.root, str(error)))
    return _parsed(project, identifier, tuple(own), found), found


def _parsed(project: Project, identifier: str, own: tuple[Path, ...], found: list[Diagnostic]) -> Folder | None:
    """Return the folder with what its two files say; adds to ``found`` what is wrong with them."""
    is_safe = not found
    folders = with_base(list(own), project.templates, built_in("templates"))
    profile_source, brand_source = (merged(name, folders, project.root) for name in (PROFILE, BRAND))
    profile, of_profile = validate(Profile, profile_source, profile_source.data)
    brand, of_brand = validate(BrandFile, brand_source, brand_source.data or {})
    found += [*profile_source.diagnostics, *of_profile, *brand_source.diagnostics, *of_brand]
    found += unnamed(profile, profile_source)
    if profile is None or brand is None:
        return None
    # What is said of the folder has to call it something.
    profile = profile.model_copy(update={"short_name": profile.short_name.strip() or identifier})
    # Local editions are looked for in the brand's folders, so an unsafe one is not among them.
    stand_in = _stand_in(identifier, profile, brand, folders if is_safe else folders[len(own) :])
    partnership = Partnership(identifier, profile, stand_in, profile_source)
    shown_folders = tuple(shown(folder, project.root) for folder in own)
    folder = Folder(
        identifier, folders, own, shown_folders, profile, profile_source, brand, brand_source, partnership, None
    )
    return folder if any(one.blocks for one in found) else _with_look(folder)


def _stand_in(identifier: str, profile: Profile, brand: BrandFile, folders: tuple[Path, ...]) -> Brand:
    """Return as much of a brand as the rules ask for, whatever is wrong with its files."""
    image = brand.logo.chosen()
    logo = Logo(b"", "image/svg+xml", image.alt or profile.name) if image else None
    return Brand(identifier, folders, profile.layout.value, {}, (), "", "", 700, logo)


def _with_look(folder: Folder) -> Folder:
    try:
        layout, name = folder.profile.layout.value, folder.profile.name
        return replace(folder, look=brands.resolve(folder.brand, folder.identifier, folder.folders, layout, name))
    except PublisherError as error:
        return replace(folder, problem=str(error))


def _wrong_base(path: Path, root: Path, message: str) -> Diagnostic:
    source = read_file(path, shown(path, root))
    span = source.place(("extends",)).span()
    hint = "Name a folder that is there, or leave `extends` out."
    return Diagnostic("SRC005", NAMES["SRC005"], Severity.ERROR, message, source.name, span, hint, ("extends",))


def _of_fault(fault: assets.Fault, folder: Path, root: Path) -> Diagnostic:
    code, name, severity = unsafe_file.CODE, unsafe_file.NAME, unsafe_file.SEVERITY
    span = Span(fault.line, 1, fault.line, 1)
    return Diagnostic(code, name, severity, fault.message, f"{shown(folder, root)}/{fault.file}", span, fault.hint)
