"""Pictures that no document may carry: damaged, absurd, turned, or doing more than being seen."""

import struct

import pytest

from pipeline.core.errors import TemplateError
from pipeline.render import Limits, compile_template
from schemas.contexts.picture import Picture
from tests.unit.pipeline.render.pictured import (
    chunk,
    data,
    jpeg,
    names,
    pictured,
    png,
    png_of,
    segment,
    shown,
    svg,
    turned,
)

PLACEHOLDER = compile_template(pictured("{{ x }}"))
PNG = png(4, 2)
JPEG = jpeg(4, 2)
XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def refusal(content: bytes, drawn: bytes | None = None) -> str:
    with pytest.raises(TemplateError) as caught:
        PLACEHOLDER.render({"x": Picture(content, alt="Kuva", svg=drawn)})
    assert caught.value.location.paragraph == 1
    assert caught.value.hint is not None
    return str(caught.value.message)


def header(width: int, height: int, depth: int = 8, colour: int = 0) -> bytes:
    return struct.pack(">2I5B", width, height, depth, colour, 0, 0, 0)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PN",
        b"\xff\xd8",
        b"GIF89a" + PNG,
        b"<svg/>",
        b"RIFF0000WEBP",
        b"\n" + PNG,
    ],
)
def test_what_is_neither_png_nor_jpeg_is_refused(content: bytes) -> None:
    assert refusal(content) == "The picture is neither PNG nor JPEG."


@pytest.mark.parametrize(
    "content",
    [
        *(PNG[:end] for end in range(8, len(PNG))),
        *(JPEG[:end] for end in range(3, len(JPEG))),
    ],
)
def test_what_is_cut_short_anywhere_is_refused(content: bytes) -> None:
    assert refusal(content) == "The picture is damaged or cut short."


@pytest.mark.parametrize(
    "content",
    [
        PNG[:20] + b"\xff" + PNG[21:],
        png_of(header(4, 2, depth=3), b""),
        png_of(header(4, 2, colour=1), b""),
        png_of(header(4, 2)[:-1], b""),
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header(4, 2)) + chunk(b"IEND", b""),
        b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b"") + chunk(b"IEND", b""),
        JPEG.replace(b"\xff\xc0", b"\xff\xc3"),
        JPEG.replace(b"\xff\xc0", b"\xff\xe5"),
        JPEG.replace(b"\xff\xda", b"\x00\xda"),
        b"\xff\xd8" + segment(0xC0, b"\x08") + JPEG[2:].replace(b"\xff\xc0", b"\xff\xe5"),
        b"\xff\xd8\xff\xe0\x00\x00" + JPEG[2:],
    ],
    ids=[
        "another checksum", "depth", "colour", "short header", "no lines", "no header",
        "lossless", "no frame", "no mark", "short frame", "no length",
    ],
)  # fmt: skip
def test_what_is_damaged_is_refused(content: bytes) -> None:
    assert refusal(content) == "The picture is damaged or cut short."


@pytest.mark.parametrize(
    ("width", "height"), [(0, 1), (1, 0), (2**31, 1), (30_001, 1), (1, 30_001), (9000, 9000)]
)
def test_absurd_sizes_are_refused(width: int, height: int) -> None:
    assert f"{width} × {height} pixels" in refusal(png_of(header(width, height), b""))


def test_the_bounds_are_settings() -> None:
    one, two = Picture(png(4, 2), alt="a"), Picture(png(4, 3), alt="b")
    content = pictured("{{ x }}", "{{ y }}", "{{ x }}")
    size = len(one.content)
    small = Limits(picture=size, pixels=8)
    assert compile_template(content, limits=small).render({"x": one, "y": one})
    for limits, words in (
        (Limits(picture=size - 1), "larger than"),
        (Limits(pixels=7), "pixels"),
        (Limits(media=size + 1), "together"),
    ):
        with pytest.raises(TemplateError, match=words):
            compile_template(content, limits=limits).render({"x": one, "y": two})


@pytest.mark.parametrize("order", [">", "<"])
def test_a_photo_that_only_some_programs_turn_upright_is_refused(order: str) -> None:
    assert "turned" in refusal(jpeg(4, 2, before=turned(order, 6)))
    upright = jpeg(4, 2, before=turned(order, 1))
    assert shown(PLACEHOLDER.render({"x": Picture(upright, alt="a")})) == [upright]


@pytest.mark.parametrize(
    "content",
    [
        jpeg(4, 2, before=segment(0xE1, b"Exif\0\0MM\0*\0\0\xff\xff")),
        jpeg(4, 2, before=segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0")),
        jpeg(4, 2, before=segment(0xE0, b"JFIF\0") + b"\xff"),
        jpeg(4, 2, frame=0xC2),
        JPEG + b"\0\0",
        PNG + b"\0",
    ],
    ids=["damaged notes", "other notes", "filled", "progressive", "more after", "more after PNG"],
)
def test_what_readers_show_all_the_same_is_taken_as_it_is(content: bytes) -> None:
    assert shown(PLACEHOLDER.render({"x": Picture(content, alt="a")})) == [content]


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        (svg("<script>alert(1)</script>"), "<script> is not allowed"),
        (svg("<foreignObject/>"), "<foreignObject> is not allowed"),
        (svg('<image href="https://esimerkki.example/a.png"/>'), "<image> is not allowed"),
        (svg('<a href="#a"/>'), "<a> is not allowed"),
        (svg('<set attributeName="href" to="x"/>'), "<set> is not allowed"),
        (svg('<p xmlns="http://www.w3.org/1999/xhtml"/>'), "<p> is not allowed"),
        (svg('<metadata><p xmlns="http://www.w3.org/1999/xhtml"/></metadata>'), "<p> is not"),
        (svg('<d xmlns="http://purl.org/dc/elements/1.1/"/>'), "<d> is not allowed"),
        (svg(attributes=' onload="x()"'), "a script in onload"),
        (svg('<path ONCLICK="x()"/>'), "a script in ONCLICK"),
        (svg('<use href="a.svg#b"/>'), "outside of itself: a.svg#b"),
        (svg(f'<use{XLINK} xlink:href="https://esimerkki.example/#b"/>'), "outside of itself"),
        (svg('<path xml:base="https://esimerkki.example/"/>'), "outside of itself"),
        (svg('<path fill="url(https://esimerkki.example/#a)"/>'), "outside of itself"),
        (svg("<path style=\"fill:URL( 'x.svg#a' )\"/>"), "outside of itself"),
        (svg('<path style="fill:u\\72l(x)"/>'), "outside of itself"),
        (svg("<style>@import 'x.css';</style>"), "outside of itself"),
        (svg("<style>path{fill:&#117;rl(x.svg)}</style>"), "outside of itself"),
        (svg(before="<!DOCTYPE svg>"), "declares a document type"),
        (svg(before='<!DOCTYPE svg [<!ENTITY a "b">]>'), "declares a document type"),
        (svg(before='<?xml-stylesheet href="x.css"?>'), "instructions to programs"),
        (svg("<?php x ?>"), "instructions to programs"),
        (svg(before='<?xml version="1.0" encoding="UTF-7"?>'), "not written in UTF-8"),
        (svg().decode().encode("utf-16"), "not written in UTF-8"),
        (svg()[:-3], "it is damaged"),
        (b"<html/>", "it is no SVG"),
        (b'<svg viewBox="0 0 1 1"/>', "it is no SVG"),
        (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "copies of each"),
        (svg('<use id="a" href="#b"/><path id="b"/><use href="#a"/>'), "copies of each"),
        (svg(f"<path d='{'M0 0' * 3_000_000}'/>"), "it is larger than"),
    ],
)  # fmt: skip
def test_an_svg_that_does_more_than_being_seen_is_refused(drawn: bytes, reason: str) -> None:
    message = refusal(PNG, drawn)
    assert message.startswith("The SVG picture is refused: ")
    assert reason in message


@pytest.mark.parametrize(
    "drawn",
    [
        svg(before='<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- a -->'),
        svg('<defs><path id="a"/></defs><use href="#a"/><use href="#a"/>'),
        svg('<path fill="url(#a)" style="fill: url( \'#a\' )"/><style>path{fill:red}</style>'),
        svg('<metadata><d xmlns="http://purl.org/dc/elements/1.1/">Näyte</d></metadata>'),
        svg("<text>Täällä &lt;script&gt; on tekstiä</text>"),
        b"\xef\xbb\xbf" + svg(),
    ],
)
def test_a_plain_svg_is_taken_as_it_is(drawn: bytes) -> None:
    made = PLACEHOLDER.render({"x": Picture(PNG, alt="Kuva", svg=drawn)})
    (name,) = (each for each in names(made) if each.endswith(".svg"))
    assert data(made, name) == drawn
