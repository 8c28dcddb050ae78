"""What the format asks for and no program can judge, or not yet, with the reason: ``docs/rules.md`` lists it."""

from __future__ import annotations

NOT_CHECKED: dict[str, tuple[str, str]] = {
    "ACC005": ("No text inside images", "The format has no images but the logo, and what a logo shows needs an eye."),
    "LNK007": (
        "The printed page shows a short address for each key link",
        "Whether an address is needed on paper depends on the use; the text edition and the printed web page show all.",
    ),
    "MET010": (
        "Unique and stable identity and version",
        "The file's name is the identity, so no two share one; `manifest.json` has the digest of each file.",
    ),
    "PKG002": (
        "An action plan form is linked or included",
        "The form stands beside the briefing on the partnership's page, which the program does not see.",
    ),
    "PKG003": (
        "Welsh and English editions match section for section",
        "Not yet: a source cannot say of which briefing it is the translation.",
    ),
    "PRV017": (
        "No image shows a child who could be known",
        "A briefing has no images; Markdown's images are shown as text, and the logo has rules of its own.",
    ),
}
"""Code to what is asked and why no rule looks at it."""

PARTLY: dict[str, str] = {
    "LNK003": "Whether a page answers is not looked at, as no command uses the network; the date of the last look is.",
    "PRV019": "Whether a family has seen the text cannot be told from it; words that would hurt can.",
    "ACC003": "Text over pictures and colours that a partnership's own style sheet sets by itself are not measured.",
}
"""Code to what its rule leaves to people."""
