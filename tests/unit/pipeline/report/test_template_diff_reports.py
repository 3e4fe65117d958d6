"""A change of templates as text, Markdown, HTML and JSON: all of it told, and none as markup."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from pipeline.core.difference import Act, Difference, Matter
from pipeline.core.finding import Finding, Severity
from pipeline.core.location import Location
from pipeline.core.text import Text
from pipeline.language.catalogue import translator
from pipeline.report.template_diff import (
    DocumentChange,
    Fate,
    PagePair,
    TemplateChange,
    TemplateDiff,
)
from pipeline.report.template_diff_html import template_diff_html
from pipeline.report.template_diff_json import template_diff_json
from pipeline.report.template_diff_markdown import template_diff_markdown
from pipeline.report.template_diff_text import template_diff_text

ENGLISH = translator("en")
HOSTILE = "<script>x</script> `a` ```b``` **c** [d](https://e.example) @kaikki #12 \u202e\x1b[31m"


def wording(before: str | None, after: str | None, place: Location | None = None) -> Difference:
    """Return a difference in words."""
    act = Act.ADDED if before is None else Act.REMOVED if after is None else Act.CHANGED
    return Difference(Matter.WORDING, act, before, after, None, place or Location())


def document(name: str, fate: Fate, *differences: Difference) -> DocumentChange:
    """Return what became of a document."""
    return DocumentChange(
        name=name,
        organisation="Mallila",
        deliverable="plan",
        fate=fate,
        differences=differences,
        identical=fate is Fate.SAME,
    )


def diff(*documents: DocumentChange, templates: tuple[TemplateChange, ...] = ()) -> TemplateDiff:
    """Return a change of one template."""
    changed = templates or (TemplateChange("m/plan/fi.docx", Act.CHANGED),)
    return TemplateDiff(old="HEAD", new="main", templates=changed, unchanged=2,
                        documents=documents, inputs=("a.xlsx",))  # fmt: skip


def test_the_text_tells_place_was_and_is() -> None:
    place = Location(part="word/document.xml", heading="Tausta", table=2, row=3, paragraph=9)
    tag = Difference(Matter.TAGS, Act.CHANGED, "{{ a }}", "{{ b }}")
    change = TemplateChange("m/plan/fi.docx", Act.CHANGED, (wording("vanha", "uusi", place), tag,
                                                            replace(tag, place=place)))  # fmt: skip

    text = template_diff_text(diff(templates=(change,)), ENGLISH)

    assert text.splitlines() == [
        "Change of templates: HEAD → main",
        "Templates changed: 1, unchanged: 2.",
        "",
        "  m/plan/fi.docx (changed)",
        "    Wording",
        "      under “Tausta”, table 2, row 3",
        "        - vanha",
        "        + uusi",
        "    Tags",
        "      2 times",
        "        - {{ a }}",
        "        + {{ b }}",
    ]


def test_what_changes_in_all_documents_is_told_once() -> None:
    shared = wording("Kutsu", "Kirje")
    documents = (
        document("a/1.docx", Fate.CHANGED, shared, wording(None, "Vain täällä")),
        document("b/2.docx", Fate.CHANGED, shared),
        document("c/3.docx", Fate.SAME),
        document("c/4.docx", Fate.SAME),
    )

    text = template_diff_text(diff(*documents), ENGLISH)

    assert text.count("+ Kirje") == 1
    assert "plan: documents that change: 2" in text
    assert text.index("In all of them:") < text.index("+ Kirje") < text.index("a/1.docx")
    assert "b/2.docx" not in text
    assert "• c: 3.docx, 4.docx" in text
    assert "Documents: 4; 2 change, 2 stay as they are, 2 of them to the byte." in text


def test_documents_that_cannot_be_made_are_told_by_their_fault_first() -> None:
    fault = Finding("TE-01", Severity.ERROR, Text("The template is not a whole Word document."),
                    Location(file="plan/fi.docx"))  # fmt: skip
    lost = [replace(document(f"{each}/x.docx", Fate.LOST), faults=(fault,)) for each in "ab"]
    draft = replace(document("c/y.docx", Fate.CHANGED, wording("a", "b")), was_final=True,
                    is_final=False)  # fmt: skip

    text = template_diff_text(diff(draft, *lost), ENGLISH)

    assert "Documents that can no longer be made: 2." in text
    assert "not a whole Word document. – a/x.docx, b/x.docx" in text
    assert text.index("Can no longer be made") < text.index("Were ready and are drafts now")


def test_a_blank_that_does_not_break_is_seen_where_only_it_has_changed() -> None:
    change = TemplateChange("x", Act.CHANGED, (wording("12 500 €", "12\u00a0500\u00a0€"),))

    text = template_diff_text(diff(templates=(change,)), ENGLISH)

    assert "+ 12⍽500⍽€" in text


@pytest.mark.parametrize("form", [template_diff_text, template_diff_markdown, template_diff_html])
def test_nothing_steers_the_reader_unseen(form: object) -> None:
    assert callable(form)
    change = TemplateChange(HOSTILE, Act.CHANGED, (wording(HOSTILE, "x"),))

    told = form(diff(document(HOSTILE, Fate.GONE), templates=(change,)), ENGLISH)

    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "U+001B" in told


def test_markdown_keeps_words_in_fences_longer_than_any_in_them() -> None:
    change = TemplateChange("m/fi.docx", Act.CHANGED, (wording(HOSTILE, "uusi"),))

    lines = template_diff_markdown(diff(templates=(change,)), ENGLISH).splitlines()

    at = lines.index("````diff")
    assert lines[at + 1].startswith("- <script>")
    assert lines[at + 2 : at + 4] == ["+ uusi", "````"]


def test_markdown_takes_no_name_for_markup() -> None:
    told = template_diff_markdown(diff(document(HOSTILE, Fate.GONE)), ENGLISH)

    (line,) = (each for each in told.splitlines() if "kaikki" in each)
    for sign in ("<", "`", "*", "[", "@", "://"):
        assert sign not in line
    assert line.startswith("- &#60;script&#62;")
    assert "&#35;12" in line


def test_markdown_fits_into_a_comment_and_says_what_is_left_out() -> None:
    documents = [document(f"a/{n}.docx", Fate.CHANGED, wording(f"{n} " * 900, f"x{n}"))
                 for n in range(60)]  # fmt: skip

    told = template_diff_markdown(diff(*documents), ENGLISH)

    assert 30_000 < len(told) < 65_000
    assert "sections are left out of this comment" in told


class _Tags(HTMLParser):
    """Notes the elements of a page and checks that they nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in {"meta", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_loads_nothing_and_has_words_for_its_pictures() -> None:
    pages = (PagePair(2, b"\x89PNG a", b"\x89PNG b"), PagePair(3, None, b"\x89PNG c"))
    change = replace(document("a/1.docx", Fate.CHANGED, wording(HOSTILE, "uusi")), pages=pages)

    page = template_diff_html(diff(change), ENGLISH)

    reader = _Tags()
    reader.feed(page)
    assert reader.open == []
    tags = [tag for tag, _ in reader.seen]
    assert "script" not in tags
    assert [tag for tag in tags if tag[0] == "h" and tag[1:].isdigit()] == [
        "h1", "h2", "h2", "h3", "h4",
    ]  # fmt: skip
    images = [attributes for tag, attributes in reader.seen if tag == "img"]
    assert [each["alt"] for each in images] == ["Page 2 before", "Page 2 after", "Page 3 after"]
    assert all(str(each["src"]).startswith("data:image/png;base64,") for each in images)
    assert "default-src 'none'" in page
    assert '<html lang="en">' in page


def test_the_page_marks_the_words_that_differ() -> None:
    change = TemplateChange("x", Act.CHANGED, (wording("Kahvi on aulassa.", "Tee on aulassa."),))

    page = template_diff_html(diff(templates=(change,)), ENGLISH)

    assert "<del>Kahvi</del> on aulassa." in page
    assert "<ins>Tee</ins> on aulassa." in page


def test_json_tells_everything_but_pictures() -> None:
    place = Location(part="word/document.xml", paragraph=4)
    structure = Difference(Matter.STRUCTURE, Act.MOVED, "a", "a", Text("table"), place)
    changed = replace(document("a/1.docx", Fate.CHANGED, structure),
                      pages=(PagePair(1, b"a", b"b"),), was_final=True, is_final=False)  # fmt: skip

    told = json.loads(template_diff_json(diff(changed), ENGLISH))

    assert (told["old"], told["new"], told["unchanged"]) == ("HEAD", "main", 2)
    (made,) = told["documents"]
    assert (made["fate"], made["was_final"], made["is_final"]) == ("changed", True, False)
    assert "pages" not in made
    (one,) = made["differences"]
    assert (one["matter"], one["act"], one["what"], one["paragraph"]) == (
        "structure", "moved", "table", 4,
    )  # fmt: skip
