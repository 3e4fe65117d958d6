"""Pieces of WordprocessingML for templates that use docxtpl's dialect, as Word writes them."""

from xml.sax.saxutils import escape

from tests.unit.pipeline.render.word import part, template, with_part

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006/main"
DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="1" cy="1"/>'
    '<wp:docPr id="7" name="Kuva" descr="{{ x }}"/></wp:inline></w:drawing></w:r>'
)


def text_box(*inner: str) -> str:
    """Return a run with a text box of paragraphs."""
    return (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{''.join(inner)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def drawn_box(*inner: str) -> str:
    """Return a run with a text box as Word draws it today, and as it falls back for others."""
    content = f"<w:txbxContent>{''.join(inner)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_COMPATIBILITY}" xmlns:wps="{_SHAPES}">'
        '<mc:Choice Requires="wps"><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.'
        'org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1" cy="1"/><wp:docPr id="9" '
        f'name="Ruutu"/><a:graphic xmlns:a="{_DRAWINGS}"><a:graphicData uri="{_SHAPES}"><wps:wsp>'
        f"<wps:cNvSpPr/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def control(*inner: str, properties: str = "") -> str:
    """Return a content control: of paragraphs, runs, rows or cells, as what is in it."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="42"/>{properties}<w:text/></w:sdtPr>'
        f"<w:sdtContent>{''.join(inner)}</w:sdtContent></w:sdt>"
    )


def run(text: str, properties: str = "") -> str:
    """Return a run of a text."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def bare(text: str) -> str:
    """Return a run whose text does not preserve blanks."""
    return f"<w:r><w:t>{escape(text)}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    """Return a paragraph of runs, or of texts."""
    return f"<w:p>{''.join(each if each.startswith('<') else run(each) for each in runs)}</w:p>"


def paragraphs(*texts: str) -> str:
    """Return a paragraph for each text."""
    return "".join(map(paragraph, texts))


def cell(*texts: str, properties: str = '<w:tcW w:w="1000" w:type="dxa"/>') -> str:
    """Return a cell with a paragraph for each text."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(paragraph, texts))}</w:tc>"


def row(*cells: str) -> str:
    """Return a row of cells, or of texts."""
    inner = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr>{inner}</w:tr>"


def table(*rows: str, grid: tuple[int, ...] = (1000, 1000)) -> str:
    """Return a table of rows, with a paragraph behind it."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    inner = f"<w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}"
    return f"<w:tbl>{inner}</w:tbl><w:p/>"


def document(*xml: str, header: str | None = None) -> bytes:
    """Return a template with these pieces of XML in its body."""
    content = template("loppu", header=header)
    return _before(content, "word/document.xml", "<w:p>", "".join(xml))


def with_notes(content: bytes, kind: str, inner: str) -> bytes:
    """Return the package with a part of footnotes, endnotes or comments."""
    name = f"word/{kind}.xml"
    if kind == "comments":
        item = f'<w:comment w:id="1" w:author="Malli">{inner}</w:comment>'
    else:
        item = f'<w:{kind[:-1]} w:id="1">{inner}</w:{kind[:-1]}>'
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:{kind} {NAMESPACES}>{item}</w:{kind}>'
    typed = _before(
        content,
        "[Content_Types].xml",
        "</Types>",
        f'<Override PartName="/{name}" ContentType="{_OFFICE}.{kind}+xml"/>',
    )
    related = _before(
        typed,
        "word/_rels/document.xml.rels",
        "</Relationships>",
        f'<Relationship Id="rNotes" Type="{_RELATION}/{kind}" Target="{kind}.xml"/>',
    )
    return with_part(related, name, xml.encode())


def _before(content: bytes, name: str, place: str, new: str) -> bytes:
    xml = part(content, name)
    return with_part(content, name, xml.replace(place, new + place, 1).encode())
