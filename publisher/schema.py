"""Source data to typed models, with pydantic's complaints put into our words and given their place."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from publisher.diagnostics import Diagnostic, Path, Severity
from publisher.source import NAMES, Data, Source

Model = TypeVar("Model", bound="Strict")

_KEYS = "It should be a set of keys, indented under this one."
_WHOLE_NUMBER = "It should be a whole number."
_NUMBER = "It should be a number, such as 12 or 3.5."
_TRUTH = "It should be `true` or `false`."
EXPECTATIONS = {
    "string_type": "It should be text; put quotes round text with a colon, or use `|` for several lines.",
    "tuple_type": "It should be a list: each item on a line of its own after `- `.",
    "too_short": "It should have at least one item.",
    "dict_type": _KEYS,
    "model_type": _KEYS,
    "int_type": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_parsing_size": "It should be a whole number of fewer digits.",
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _TRUTH,
    "bool_parsing": _TRUTH,
    "greater_than_equal": "It should be {ge:g} or more.",
    "less_than_equal": "It should be {le:g} or less.",
}
"""What would be right, for each kind of pydantic's complaints that names nothing by itself."""

_MAXIMUM_PASSES = 5
_MENDING_PASSES = 2


class Strict(BaseModel):
    """Base of everything people write: unknown keys are reported, values do not change afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def wrong(message: str, hint: str = "") -> PydanticCustomError:
    """Return the error that a validator raises to report a wrong value in our own words."""
    # Pydantic formats the template with the context, so braces in a message must not reach it.
    return PydanticCustomError("wrong_value", "{text}", {"text": message, "hint": hint})


def validate(model: type[Model], source: Source, data: Data) -> tuple[Model | None, list[Diagnostic]]:
    """Return the model that ``data`` describes and what is wrong with it.

    Wrong parts are reported and left out, so that the rest can still be checked; the model is
    None only when nothing usable remains.
    """
    if not isinstance(data, dict):
        return None, [_not_a_mapping(source, data, model)]
    found: list[Diagnostic] = []
    usable = _without_empty(data)
    for attempt in range(_MAXIMUM_PASSES):
        try:
            return model.model_validate(usable), found
        except ValidationError as error:
            for details in error.errors(include_url=False):
                # What a later pass says is a consequence of what the first one took out.
                if attempt == 0:
                    found.append(_diagnostic(details, source, model))
                path = [part for part in details["loc"] if part != "[key]"]
                # What cannot be mended in place after two passes goes with all that encloses it.
                _leave_out(usable, details["type"], path if attempt < _MENDING_PASSES else path[:1])
    return None, found


def _not_a_mapping(source: Source, data: Data, model: type[Strict]) -> Diagnostic:
    known = list(model.model_fields)
    first = "title" if "title" in known else known[0]
    message = "the file is empty" if data is None else f"the file does not start with keys such as `{first}:`"
    hint = f"Known keys: {', '.join(known)}."
    if first == "title":
        hint = "Start from `publisher new`, or copy a briefing that works."
    place = source.place(())
    return Diagnostic("SRC005", NAMES["SRC005"], Severity.ERROR, message, source.name, place.span(), hint)


def _without_empty(data: Data) -> Any:
    """Return a copy in which a key without a value counts as not written.

    What has spaces is no key but text that a comma in ``{…}`` has cut off, and has to be told.
    """
    if isinstance(data, dict):
        return {key: _without_empty(value) for key, value in data.items() if value is not None or " " in key}
    if isinstance(data, list):
        return [_without_empty(value) for value in data]
    return data


def _diagnostic(details: ErrorDetails, source: Source, model: type[Strict]) -> Diagnostic:
    path = tuple(part for part in details["loc"] if part != "[key]")
    code, message, hint = _in_our_words(details, path, model)
    place = source.place(path, key=code == "SRC004")
    return Diagnostic(code, NAMES[code], Severity.ERROR, message, place.text.name, place.span(), hint, path)


def _in_our_words(details: ErrorDetails, path: Path, model: type[Strict]) -> tuple[str, str, str]:
    key = f"`{path[-1]}`" if path else "the file"
    kind = details["type"]
    if kind == "extra_forbidden":
        return "SRC004", f"{key} is not a key of {_where(path)}", _did_you_mean(path, model)
    if kind == "missing":
        return "SRC006", f"{key} is missing from {_where(path)}", f"Add a line `{path[-1]}: …`."
    if kind == "wrong_value":
        context = details["ctx"]
        return "SRC005", context["text"], context["hint"]
    if kind in {"enum", "literal_error"}:
        expected = details["ctx"]["expected"].replace("'", "`")
        return "SRC005", f"{_label(path)} is `{details['input']}`", f"It is one of {expected}."
    glued = kind == "tuple_type" and str(details["input"]).startswith("-")
    hint = "Write a space after the `-` of each item." if glued else _expected(details)
    if kind == "model_type" and "resources" in path:
        hint = 'Write its keys: `- {label: Neglect toolkit, url: "https://…"}`.'
    return "SRC005", f"{_label(path)} is {_kind_of(details['input'])}", hint


def _label(path: Path) -> str:
    if path and isinstance(path[-1], int):
        return f"item {path[-1] + 1} of `{path[-2]}`" if len(path) > 1 else f"item {path[-1] + 1}"
    return f"`{path[-1]}`" if path else "the file"


def _where(path: Path) -> str:
    return "the file" if len(path) < 2 else _label(path[:-1])


def _kind_of(value: object) -> str:
    kinds: list[tuple[type, str]] = [(dict, "a set of keys"), (list, "a list"), (tuple, "a list")]
    if value in (None, "", [], {}):
        return "empty"
    return next((name for kind, name in kinds if isinstance(value, kind)), f"`{value}`")


def _expected(details: ErrorDetails) -> str:
    expectation = EXPECTATIONS.get(details["type"], "See `publisher schema` for what is expected.")
    return expectation.format_map(details.get("ctx", {}))


def _did_you_mean(path: Path, model: type[Strict]) -> str:
    if " " in str(path[-1]):
        return "Put text that has a comma in quotes."
    names = _keys_at(path[:-1], model)
    close = get_close_matches(str(path[-1]), names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean `{close[0]}`?"
    return f"Known keys: {', '.join(names)}." if names else ""


def _keys_at(path: Path, model: type[Strict]) -> list[str]:
    """Return the keys that are known where ``path`` leads, following the model's annotations."""
    current: type[Strict] | None = model
    for part in path:
        if current is None:
            break
        if isinstance(part, str) and part in current.model_fields:
            current = next(_models_in(current.model_fields[part].annotation), None)
    return list(current.model_fields) if current else []


def _models_in(annotation: Any) -> Iterator[type[Strict]]:
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _leave_out(data: Any, kind: str, path: list[Any]) -> None:
    """Take out what an error of pydantic's ``kind`` is about, so that a next pass can accept the rest."""
    for depth, part in enumerate(path[:-1]):
        if not isinstance(data[part], dict | list):
            # One value written for a set of keys, as a font's name for the font.
            path = path[: depth + 1]
            break
        data = data[part]
    last = path[-1]
    if kind == "missing":
        data[last] = ""
    elif isinstance(data, list):
        # The positions of its neighbours must stay, so the item becomes an empty one.
        data[last] = "" if kind == "string_type" else {}
    else:
        data.pop(last, None)
