"""The fragment for a website: bare elements, the document's words, nothing that a page brings by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from publisher.brand import Brand
from publisher.document import (
    BulletList,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Role,
    Section,
    Strong,
    Subheading,
    Text,
)
from publisher.errors import PublisherError
from publisher.renderers import fragment
from tests.small_document import BRAND, briefing, item

DOCUMENT = replace(
    briefing(),
    title="Visits & <calls>",
    language="cy",
    published_in_words="Gorffennaf 2026",
    sections=(
        Section(Role.SECTION, "Cefndir", (Paragraph((Text("Y tŷ"), LineBreak(), Strong((Text("a’r dŵr"),)))),), 1),
        Section(Role.ACTION, "Nesaf", (OrderedList((item("third"), item("fourth")), 3),), 2),
        Section(
            Role.RESOURCES,
            "Adnoddau",
            (
                Subheading((Text("Local"),)),
                BulletList((ListItem((Paragraph((Link("Toolkit", "https://example.org/t"),)),)),)),
                Subheading((Text("National"),)),
                BulletList((item("A review"),)),
            ),
        ),
    ),
    draft=True,
)


EXPECTED = """\
<article lang="cy">
<p>7 Minute Briefing</p>
<p>Drafft: nid i&#8217;w gyhoeddi</p>
<h2>Visits &amp; &lt;calls&gt;</h2>
<p>Seeing the child</p>
<p>Example Partnership &#183; Gorffennaf 2026</p>
<section>
<h3>1 Cefndir</h3>
<p>Y t&#375; <br><strong>a&#8217;r d&#373;r</strong></p>
</section>
<section>
<h3>2 Nesaf</h3>
<ol start="3"><li>third</li><li>fourth</li></ol>
</section>
<section>
<h3>Adnoddau</h3>
<h4>Local</h4><ul><li><a href="https://example.org/t">Toolkit</a></li></ul><h4>National</h4><ul><li>A review</li></ul>
</section>
</article>
"""


def test_the_fragment_is_these_elements():
    assert fragment.render(DOCUMENT, BRAND).decode() == EXPECTED


@pytest.mark.parametrize("layout", ["ribbon", "cards", "ring"])
def test_the_layout_of_the_pdf_does_not_matter(layout):
    assert fragment.render(DOCUMENT, replace(BRAND, layout=layout)) == fragment.render(DOCUMENT, BRAND)


def test_it_needs_no_style_sheet_no_encoding_and_no_other_file():
    data = fragment.render(DOCUMENT, BRAND)
    article = lxml.html.fragment_fromstring(data.decode("ascii"))

    assert {name for element in article.iter() for name in element.attrib} == {"lang", "href", "start"}
    assert {element.tag for element in article.iter()} == {
        *("article", "section", "h2", "h3", "h4", "p", "ul", "ol", "li", "a", "strong", "br")
    }
    assert article.xpath("//h3/text()") == ["1 Cefndir", "2 Nesaf", "Adnoddau"]
    assert "Y tŷ" in article.text_content()


def test_without_a_logo_the_partnership_is_named_as_well():
    first, *_ = lxml.html.fragment_fromstring(fragment.render(DOCUMENT, replace(BRAND, logo=None)).decode())

    assert first.text == "Example Partnership"


def test_a_template_without_an_article_is_the_operators_mistake(tmp_path: Path):
    (tmp_path / "briefing.html.j2").write_text("<h1>{{ document.title }}</h1>")
    brand: Brand = replace(BRAND, folders=(tmp_path, *BRAND.folders))

    with pytest.raises(PublisherError, match="has no `article`"):
        fragment.render(DOCUMENT, brand)
