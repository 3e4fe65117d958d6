"""Which parts of two packages say something else, however they are written."""

from pipeline.checks.comparing.parts import differing_parts

RELATIONS = "word/_rels/document.xml.rels"


def test_another_way_of_writing_is_no_difference() -> None:
    before = {
        "word/document.xml": b"<a x='1' y='2'><b/></a>",
        RELATIONS: b'<R><r Id="1" T="a"/><r Id="2" T="b"/></R>',
    }
    after = {
        "word/document.xml": b'<?xml version="1.0"?>\n<a y="2" x="1"><b></b></a>',
        RELATIONS: b'<R><r T="b" Id="2"/><r T="a" Id="1"/></R>',
    }

    assert differing_parts(before, after) == ()


def test_another_word_another_target_and_another_part_are_told() -> None:
    before = {"a.xml": b"<a>1</a>", RELATIONS: b'<R><r Id="1"/></R>', "p.png": b"\x89a"}
    after = {"a.xml": b"<a>2</a>", RELATIONS: b'<R><r Id="2"/></R>', "p.png": b"\x89b", "n": b""}

    assert differing_parts(before, after) == ("a.xml", "n", "p.png", RELATIONS)


def test_what_paja_notes_of_the_making_is_no_difference() -> None:
    assert differing_parts({"docProps/custom.xml": b"<a/>"}, {"docProps/custom.xml": b"<b/>"}) == ()
