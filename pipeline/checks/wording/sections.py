"""What the end of a section says: a new page, a turned page, columns."""

from lxml import etree

from pipeline.checks.package import W


def section_words(section: etree._Element) -> str:
    """Return the line of a section's end; empty for a document's last that is as usual."""
    last = section.find(f"../../{W}body") is not None
    size, columns = section.find(f"{W}pgSz"), section.find(f"{W}cols")
    kind = section.find(f"{W}type")
    said = []
    if kind is not None:
        said.append(f"begins on: {kind.get(f'{W}val', '')}")
    if size is not None and size.get(f"{W}orient") == "landscape":
        said.append("landscape")
    if columns is not None and columns.get(f"{W}num", "1") != "1":
        said.append(f"{columns.get(f'{W}num')} columns")
    if last and not said:
        return ""
    return f"[section {', '.join(said)}]" if said else "[section]"
