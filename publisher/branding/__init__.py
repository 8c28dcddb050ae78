"""A partnership's folder: started, checked, shown, packed, taken over, and the local editions in it compared.

The checks are listed here: a check is a module with a code, a name, a severity and ``check``.
"""

from __future__ import annotations

from publisher.branding import illegible_colour, unnamed_logo, unsafe_file, unusable_font, unusable_logo
from publisher.branding._brand_check import BrandCheck, Folder, Letters

__all__ = ["CHECKS", "BrandCheck", "Folder", "Letters"]

CHECKS: tuple[BrandCheck, ...] = (unsafe_file, unusable_logo, unnamed_logo, illegible_colour, unusable_font)
