"""Page templates in their sandbox, and what is wrong with one in the words of those who write them."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.brand import Brand, find
from publisher.errors import PublisherError

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_SUFFIX = ".j2"
_undefined_name = re.compile(r"'([^']+)' is undefined")
_undefined_part = re.compile(r"'([\w.]+)(?: object)?' has no attribute '([^']+)'")
_unsafe = re.compile(r"access to attribute '([^']+)'")


class TemplateError(PublisherError):
    """A template cannot be used; it says in which file and line."""

    def __init__(self, path: Path | None, line: int, what: str) -> None:
        """Keep the place: the file (None where it is not known) and the line, from 1."""
        super().__init__(f"`{path.parent.name}/{path.name}`, line {line}: {what}" if path else what)
        self.path, self.line, self.what = path, line, what


def render(name: str, values: Mapping[str, Any], brand: Brand) -> str:
    """Return what the brand's nearest template of that name makes of the values.

    Raises TemplateError for a template with a mistake in it, and PublisherError where there is none.
    """
    try:
        return _environment(brand.folders).get_template(name).render(values)
    except PublisherError:
        raise
    except Exception as error:
        # Whatever a template does, such as dividing by nought, is its own mistake.
        path, line = _place(error)
        if path is None:
            raise
        raise TemplateError(path, line, _in_words(error, values)) from error


def _place(error: Exception) -> tuple[Path | None, int]:
    """Return the template and line where the error arose; None where it was not in a template."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(_SUFFIX)]
    return (Path(frames[-1].filename), frames[-1].lineno or 1) if frames else (None, 1)


def _in_words(error: Exception, values: Mapping[str, Any]) -> str:
    from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError

    told = str(error)
    if isinstance(error, SecurityError):
        unsafe = _unsafe.search(told)
        return f"`{unsafe[1] if unsafe else told}` is unsafe and refused; use only what a page is made of"
    if isinstance(error, UndefinedError):
        return _undefined(told, values)
    if isinstance(error, TemplateSyntaxError):
        return f"this is not a complete template: {told.strip().rstrip('.')}"
    return f"the template cannot be filled in: {told or type(error).__name__}"


def _undefined(told: str, values: Mapping[str, Any]) -> str:
    name = _undefined_name.search(told)
    if name:
        close = get_close_matches(name[1], values, n=1)
        hint = f"did you mean `{close[0]}`?" if close else f"there are {', '.join(f'`{known}`' for known in values)}"
        return f"there is nothing called `{name[1]}`; {hint}"
    part = _undefined_part.search(told)
    return f"`{part[2]}` is no part of what it is asked of" if part else told


def found(folders: tuple[Path, ...], name: str) -> Path:
    """Return the nearest file of that name; raises PublisherError where no folder has it."""
    path = find(folders, name)
    if path is None:
        raise PublisherError(f"`{name}` is not in `{folders[0].name}` or a folder it inherits from")
    return path


@lru_cache(maxsize=32)
def _environment(folders: tuple[Path, ...]) -> SandboxedEnvironment:
    """Return the templates of these folders; what a template may do is limited, as partnerships bring their own."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    def load(name: str) -> tuple[str, str, Callable[[], bool]]:
        path = found(folders, name)
        changed = path.stat().st_mtime_ns
        return path.read_text(encoding="utf-8"), str(path), lambda: path.stat().st_mtime_ns == changed

    return SandboxedEnvironment(
        loader=FunctionLoader(load), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
