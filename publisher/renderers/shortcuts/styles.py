"""What a style computes to is remembered from one document to the next.

CSS Cascade 4, section 4, makes a computed value of the declarations that win for an element, of its parent's computed
values and of the root's: styles with the same rules whose parents are alike are alike, whichever documents they are
of. WeasyPrint 70 computes each of about 13,000 values of each document anew.

Nothing is remembered of documents with style sheets of their own or with lengths made of the page's size, of styles
with custom properties that refer to others, and of values that WeasyPrint may have changed since they were computed.
"""

from __future__ import annotations

from functools import lru_cache
from math import inf
from typing import Any
from weakref import ref

import tinycss2
from weasyprint import css
from weasyprint.css.tokens import Pending
from weasyprint.css.validation import preprocess_declarations

_FAMILIES = 24
_MOST = 1000
"""Styles of a family that are remembered; a document has about a hundred different ones."""

WRITTEN = ("display", "overflow", "anchor", "counter_", "margin_", "padding_")
"""How properties begin that WeasyPrint writes into styles: what inherits them is not remembered."""


class Computed:
    """What is known of a style: its values, those of the anonymous boxes in it, and what is noted beside."""

    __slots__ = ("anonymous", "family", "inherits_written", "noted", "specified", "values")

    def __init__(self, family: _Family, cascaded: dict[str, Any]) -> None:
        """Know nothing yet of a style with these rules."""
        self.family = family
        self.values: dict[str, Any] = {}
        self.specified: dict[str, Any] = {}
        self.anonymous: Computed | None = None
        self.noted: dict[str, Any] = {}
        """For other shortcuts: what follows from the computed values alone."""
        self.inherits_written = any(
            name.startswith(WRITTEN) and (value == "inherit" or isinstance(value, Pending))
            for name, (value, _) in cascaded.items()
        )


class _Rules:
    """The declarations that win for an element and for its pseudo-elements."""

    def __init__(self) -> None:
        self.cascades: dict[str | None, dict[str, Any]] = {None: {}}

    def add(self, pseudo: str | None, declarations: Any, origin: str, layer: float, specificity: Any) -> None:
        """Add declarations: those that weigh most count, the last of those that weigh the same."""
        style = self.cascades.setdefault(pseudo, {})
        for name, values, importance in declarations:
            weight = (css.declaration_precedence(origin, importance), layer, specificity)
            if name not in style or style[name][1] <= weight:
                style[name] = values, weight

    @property
    def anchored(self) -> bool:
        """Whether a pseudo-element is a place that links lead to."""
        return any(pseudo and "anchor" in style for pseudo, style in self.cascades.items())


class _Family:
    """The styles of documents with the same style sheets and fonts."""

    def __init__(self, sheets: tuple[Any, ...]) -> None:
        self.is_of_page_size = False
        """Whether a length has been made of the size of a document's first page."""
        self.names_pages = False
        """Whether an element of a document has had a name for its page."""
        self._sheets = sheets
        self._rules: dict[Any, _Rules] = {}
        self._styles: dict[Any, Computed] = {}

    def rules(self, element: Any, own: list[_Own]) -> _Rules:
        """Return the rules of an element, by the selectors that match it and the declarations of its own."""
        matches = [match for sheet, _, _ in self._sheets for match in sheet.matcher.match(element)]
        # A selector is known by its declarations, which stay where they are, and by its place among the others.
        key = (*((id(match[3]), match[1]) for match in matches), *((one.specificity, one.text) for one in own))
        rules = self._rules.get(key)
        return self._new_rules(key, element, own) if rules is None else rules

    def _new_rules(self, key: Any, element: Any, own: list[_Own]) -> _Rules:
        rules = _Rules()
        for one in own:
            rules.add(None, preprocess_declarations(one.address, one.declarations), "author", inf, one.specificity)
        for sheet, origin, weight in self._sheets:
            for specificity, _, pseudo, (declarations, layer) in sheet.matcher.match(element):
                place = inf if layer is None else sheet.layers.index(layer)
                rules.add(pseudo, declarations, origin, place, weight or specificity)
        self.names_pages |= any("page" in style for style in rules.cascades.values())
        if len(self._rules) >= _MOST:
            self._rules.clear()
        self._rules[key] = rules
        return rules

    def remember(self, style: Any, key: Any) -> None:
        """Give a new style what is known of those with the same rules and parent."""
        if self.is_of_page_size:
            return
        if any(name.startswith("__") and isinstance(value, Pending) for name, (value, _) in style.cascaded.items()):
            return
        known = self._styles.get(key)
        if known is None:
            if len(self._styles) >= _MOST:
                self._styles.clear()
            known = self._styles[key] = Computed(self, style.cascaded)
        style.computed = known
        style.update(known.values)
        style.specified.update(known.specified)


@lru_cache(maxsize=_FAMILIES)
def _family(sheets: tuple[Any, ...], _fonts: ref[Any], _address: str | None) -> _Family:
    """Return the family; the fonts are not kept for it, as they stand in a folder that goes with them."""
    return _Family(sheets)


class _PageSizes(dict[str, Any]):
    """The sizes of a document's first page, which end the remembering where a length is made of them."""

    def __init__(self, family: _Family) -> None:
        super().__init__(box=None, area=None)
        self._family = family

    def __getitem__(self, name: str) -> Any:
        self._family.is_of_page_size = True
        return super().__getitem__(name)


class _Own:
    """Declarations that stand in an element's attributes."""

    def __init__(self, specificity: Any, declarations: Any, address: str | None) -> None:
        self.specificity, self.declarations, self.address = specificity, list(declarations), address
        try:
            self.text: object = tinycss2.serialize(self.declarations)
        except TypeError:
            # There is no text for some mistakes; such declarations are like no others.
            self.text = object()


class StyleFor(css.StyleFor):  # type: ignore[misc]
    """WeasyPrint's styles of a document, with those of pseudo-elements made when they are asked for."""

    def __init__(self, html: Any, sheets: list[Any], hints: bool, fonts: Any, targets: Any) -> None:  # noqa: FBT001
        """Set the styles of all elements; in WeasyPrint's own way where nothing can be remembered of them."""
        self._family: _Family | None = None
        self._rules: dict[Any, _Rules] = {}
        # An author's sheet without a weight of its own stands in the document, and goes with it.
        is_lasting = not any(origin == "author" and weight is None for _, origin, weight in sheets)
        family = _family(tuple(sheets), ref(fonts), html.base_url) if is_lasting else None
        if family is None or family.is_of_page_size:
            super().__init__(html, sheets, hints, fonts, targets)
            return
        self._family, self._html, self._targets = family, html, targets
        self._sheets, self.font_config = sheets, fonts
        self._cascaded_styles: dict[Any, Any] = {}
        self._computed_styles: dict[Any, Any] = {}
        self.initial_page_sizes = _PageSizes(family)
        own: dict[Any, list[_Own]] = {}
        for specificity, tree, *rest in css.find_style_attributes(html.etree_element, hints, html.base_url):
            own.setdefault(tree, []).append(_Own(specificity, *rest))
        self._set_all(family, own)

    def __call__(self, element: Any, pseudo_type: str | None = None) -> Any:
        """Return the style of an element, a pseudo-element, a page or a page's margin, or None."""
        if pseudo_type and (element, pseudo_type) not in self._computed_styles:
            rules = self._rules.get(element)
            if rules and pseudo_type in rules.cascades:
                self._create(element, self._computed_styles[element, None], rules, pseudo_type)
        return super().__call__(element, pseudo_type)

    def set_computed_styles(self, element: Any, parent: Any, *args: Any, **options: Any) -> None:
        """Set the style of a page or of a page's margin; those of elements come here where nothing is remembered."""
        super().set_computed_styles(element, parent, *args, **options)
        if self._family:
            pseudo_type = options.get("pseudo_type")
            style = self._computed_styles[element, pseudo_type]
            rules = tuple((name, id(value), str(weight)) for name, (value, weight) in style.cascaded.items())
            self._remember(style, rules)

    def _set_all(self, family: _Family, own: dict[Any, list[_Own]]) -> None:
        """Set the styles of all elements, in the order of the tree."""
        shared: dict[Any, Any] = {}
        for element in self._html.wrapper_element.iter_subtree():
            tree, above = element.etree_element, element.parent
            parent = self._computed_styles[above.etree_element, None] if above else None
            rules = self._rules[tree] = family.rules(element, own.get(tree, []))
            # Like WeasyPrint: elements with declarations of their own share no style.
            style = None if tree in own else shared.get((id(parent), rules))
            if style is None:
                style = self._create(tree, parent, rules, None)
                if tree not in own:
                    shared[id(parent), rules] = style
            self._computed_styles[tree, None] = style
        for tree, rules in self._rules.items():
            if rules.anchored:
                for pseudo in rules.cascades:
                    self(tree, pseudo)

    def _create(self, tree: Any, parent: Any, rules: _Rules, pseudo_type: str | None) -> Any:
        root = (
            self._computed_styles[self._html.etree_element, None]
            if parent is not None
            else css.InitialStyle(self.font_config)
        )
        style = self._computed_styles[tree, pseudo_type] = css.ComputedStyle(
            parent,
            rules.cascades[pseudo_type],
            pseudo_type,
            root,
            self._html.base_url,
            self.font_config,
            self.initial_page_sizes,
        )
        self._remember(style, rules)
        if anchor := style["anchor"]:
            self._targets.collect_anchor(anchor)
        return style

    def _remember(self, style: Any, rules: Any) -> None:
        parent = style.parent_style
        known = parent.computed if parent is not None else None
        # The parent's values are not known again where nothing is remembered of it.
        if self._family and (parent is None or known):
            self._family.remember(style, (known, rules, style.pseudo_type))
