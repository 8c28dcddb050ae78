"""What pydantic complains of is told in words that say what would be right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from publisher import project
from publisher.model.session import Statistic
from publisher.schema import EXPECTATIONS, Strict, validate
from publisher.source import read

NAMED = {"extra_forbidden", "missing", "wrong_value", "enum", "literal_error"}
"""Complaints that name the key, or the values that there are."""
TEXTS = ("abc", "-3", "", "13", "1.5", "nan", "inf", "9" * 5000)
VALUES: tuple[object, ...] = (
    *TEXTS,
    None,
    [],
    {},
    [[]],
    [{}],
    [None],
    {"a": []},
    {"a": {}},
    *([text] for text in TEXTS),
)


def models(base: type[Strict] = Strict) -> Iterator[type[Strict]]:
    for model in base.__subclasses__():
        yield model
        yield from models(model)


def complaints(model: type[Strict], data: object) -> set[str]:
    """Return the kinds of what pydantic has to say of data."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return {one["type"] for one in error.errors()}
    return set()


def test_every_complaint_that_the_models_can_give_has_words_and_no_other():
    assert project.Settings in models(), "the models are those of all modules that are imported by now"
    met: set[str] = set()
    for model in models():
        names = [field.alias or name for name, field in model.model_fields.items()]
        met |= complaints(model, "abc").union(*(complaints(model, {name: one}) for name in names for one in VALUES))

    assert met - NAMED == set(EXPECTATIONS)


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ("abc", "`value` is `abc`", "It should be a number, such as 12 or 3.5."),
        ("inf", "`value` is `inf`", "It should be a number, such as 12 or 3.5."),
        ("[3]", "`value` is a list", "It should be a number, such as 12 or 3.5."),
        ("[]", "`value` is empty", "It should be a number, such as 12 or 3.5."),
        ("-3", "`value` is `-3`", "It should be 0 or more."),
    ],
)
def test_a_statistic_that_no_chart_can_show_is_told_with_what_it_should_be(value, message, hint):
    source = read(f"{{label: Visits, value: {value}}}".encode(), "session.yaml")

    _, (found,) = validate(Statistic, source, source.data)

    assert (found.code, found.message, found.hint) == ("SRC005", message, hint)
