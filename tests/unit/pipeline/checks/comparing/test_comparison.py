"""What differs between two documents, told apart as wording, structure and tags."""

from pipeline.checks.comparing.comparison import differences
from pipeline.checks.wording.document import document_lines
from pipeline.core.difference import Act, Difference, Matter

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}>
 <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
 <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
 <w:style w:type="paragraph" w:styleId="Facts"><w:name w:val="Facts"/></w:style>
</w:styles>"""
WORDING, STRUCTURE, TAGS = Matter.WORDING, Matter.STRUCTURE, Matter.TAGS
ADDED, REMOVED, CHANGED, MOVED = Act.ADDED, Act.REMOVED, Act.CHANGED, Act.MOVED


def p(text: str, style: str = "") -> str:
    """Return a paragraph."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...], header: bool = False) -> str:
    """Return a table; `header` marks its first row."""
    made = []
    for at, cells in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if header and at == 0 else ""
        made.append(f"<w:tr>{mark}{''.join(f'<w:tc>{p(each)}</w:tc>' for each in cells)}</w:tr>")
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def compare(before: str, after: str) -> tuple[Difference, ...]:
    """Return what differs between two bodies."""
    old, new = (
        document_lines({
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>".encode(),
            "word/styles.xml": STYLES.encode(),
        })
        for body in (before, after)
    )
    return differences(old, new)


def told(before: str, after: str) -> list[tuple[Matter, Act, str | None, str | None]]:
    """Return the differences without their places."""
    return [(each.matter, each.act, each.before, each.after) for each in compare(before, after)]


def test_the_same_document_has_no_differences() -> None:
    body = p("Tausta", "H1") + p("{{ a }}") + table(("a", "b"))

    assert told(body, body) == []


def test_of_a_paragraph_only_the_changed_sentence_is_told() -> None:
    before = p("Ohjelma alkaa syksyllä. Ilmoittaudu 5.9. mennessä. Tervetuloa!")
    after = p("Ohjelma alkaa syksyllä. Ilmoittaudu 15.9. mennessä. Tervetuloa!")

    assert told(before, after) == [
        (WORDING, CHANGED, "Ilmoittaudu 5.9. mennessä.", "Ilmoittaudu 15.9. mennessä.")
    ]


def test_a_renamed_tag_is_no_change_of_wording() -> None:
    assert told(p("Kummi {{ mentor }}. Hän auttaa."), p("Kummi {{ tutor.name }}. Hän auttaa.")) == [
        (TAGS, CHANGED, "{{ mentor }}", "{{ tutor.name }}")
    ]


def test_a_new_sentence_with_a_tag_is_told_as_both() -> None:
    before, after = p("Tavoitteet ovat nämä."), p("Tavoitteet ovat nämä. Niitä on {{ n }}.")

    assert told(before, after) == [
        (WORDING, ADDED, None, "Niitä on {{ n }}."),
        (TAGS, ADDED, None, "{{ n }}"),
    ]


def test_a_new_paragraph_and_one_that_is_gone() -> None:
    before = p("Alku") + p("Poistuva kappale") + p("Loppu")
    after = p("Alku") + p("Loppu") + p("Aivan muuta")

    assert told(before, after) == [
        (WORDING, REMOVED, "Poistuva kappale", None),
        (WORDING, ADDED, None, "Aivan muuta"),
    ]


def test_a_new_heading_is_structure_and_not_told_twice() -> None:
    found = compare(p("Alku"), p("Riskit", "H1") + p("Alku"))

    assert [(each.matter, each.act, each.after) for each in found] == [
        (STRUCTURE, ADDED, "# Riskit")
    ]
    assert str(found[0].what) == "heading"


def test_a_heading_of_another_level_is_told_by_the_levels() -> None:
    (found,) = compare(p("Roolit", "H1"), p("Roolit", "H2"))

    assert (found.matter, str(found.what)) == (STRUCTURE, "The level of the heading: 1 → 2")


def test_another_style_is_told_by_the_styles_also_in_a_cell() -> None:
    (found,) = compare(p("Kummi", "Facts"), p("Kummi"))
    cell = f"<w:tbl><w:tr><w:tc>{p('a', 'Facts')}</w:tc></w:tr></w:tbl>"
    inner = compare(cell, cell.replace('w:val="Facts"', 'w:val="Muu"'))

    assert str(found.what) == "Style: Facts → –"
    assert "Style: Facts → Muu?" in [str(each.what) for each in inner]


def test_a_moved_row_is_told_with_where_it_was() -> None:
    rows = [("Nro", "Asia"), ("1", "yksi"), ("2", "kaksi"), ("3", "kolme")]
    moved = [rows[0], rows[3], rows[1], rows[2]]

    (found,) = compare(table(*rows), table(*moved))

    assert (found.matter, found.act, str(found.what)) == (STRUCTURE, MOVED,
                                                          "table row moved: 4 → 2")  # fmt: skip
    assert found.place.row == 2


def test_a_paragraph_moved_under_another_heading_is_told_by_the_headings() -> None:
    one, other = p("Alku", "H1"), p("Loppu", "H1")

    (found,) = compare(one + p("Siirtyvä") + other, one + other + p("Siirtyvä"))

    assert str(found.what) == "paragraph moved from under “Alku” to under “Loppu”"


def test_a_paragraph_that_moved_with_another_tag_is_told_as_moved_and_by_the_tag() -> None:
    before = p("Kummi {{ mentor }}") + p("Aika {{ t }}") + p("Paikka {{ p }}")
    after = p("Aika {{ t }}") + p("Paikka {{ p }}") + p("Kummi {{ tutor }}")

    assert [each[:2] for each in told(before, after)] == [(STRUCTURE, MOVED), (TAGS, CHANGED)]


def test_tags_alone_in_their_paragraphs_are_told_as_tags() -> None:
    before = p("{%p if a %}") + p("Teksti") + p("{%p endif %}")

    assert told(before, p("Teksti")) == [
        (TAGS, REMOVED, "{%p if a %}", None),
        (TAGS, REMOVED, "{%p endif %}", None),
    ]


def test_rows_columns_and_header_marks_are_structure() -> None:
    found = compare(
        table(("Nro", "Asia"), ("1", "yksi"), header=True),
        table(("Nro", "Asia", "Kuka"), ("1", "yksi", ""), ("2", "kaksi", "")),
    )

    assert [str(each.what) for each in found if each.matter is STRUCTURE] == [
        "Columns: 2 → 3",
        "The row is no longer marked as a header row.",
        "Columns: 2 → 3",
        "table row",
    ]


def test_a_changed_cell_is_told_without_the_rest_of_its_row() -> None:
    found = told(
        table(("P1", "Reittien luokittelu", "Katu")), table(("P1", "Reittien luokitus", "Katu"))
    )

    assert found == [(WORDING, CHANGED, "Reittien luokittelu", "Reittien luokitus")]


def test_a_form_that_has_no_name_is_told_all_the_same() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    before = table(("leveä",))

    (found,) = compare(before, before.replace("<w:tc>", f"<w:tc>{wide}"))

    assert (found.matter, str(found.what)) == (STRUCTURE, "The form has changed.")


def test_a_sentence_is_not_ended_within_a_tag() -> None:
    tag = '{{ "Ohje. Lue. " if x else y }}'

    assert told(p(f"Alku. {tag} Loppu."), p(f"Alku. {tag} Muu loppu.")) == [
        (WORDING, CHANGED, f"{tag} Loppu.", f"{tag} Muu loppu.")
    ]


def test_many_changed_lines_are_matched_by_what_they_share() -> None:
    before = "".join(p(f"Kohta {n} kertoo asiasta {n}") for n in range(30))
    after = "".join(p(f"Kohta {n} kertoo seikasta {n}") for n in range(1, 30))

    found = told(before, after)

    assert found[0] == (WORDING, REMOVED, "Kohta 0 kertoo asiasta 0", None)
    assert found[1:] == [
        (WORDING, CHANGED, f"Kohta {n} kertoo asiasta {n}", f"Kohta {n} kertoo seikasta {n}")
        for n in range(1, 30)
    ]
