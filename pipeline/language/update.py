"""Bring the catalogues up to date: `python -m pipeline.language.update`."""

import sys
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from pipeline.language.catalogue import DOMAIN, LOCALE_FOLDER
from pipeline.language.inventory import msgids, plurals

_HEADERS: Final = (
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
)


class _StableCatalog(Catalog):
    """A catalogue whose header names no date, person or program version."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [("Language", str(self.locale)), *_HEADERS]


def main() -> int:
    """Rewrite the catalogue of every language; return how many texts lack a translation."""
    wanted, pairs = msgids(), plurals()
    missing = 0
    for path in sorted(LOCALE_FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        language = path.parents[1].name
        translations = read(path)
        missing += (lacking := sum(1 for text in wanted if not translations.get(text)))
        write(path, build(language, wanted, translations, pairs))
        sys.stdout.write(f"{language}: {len(wanted)} texts, {lacking} without a translation\n")
    return missing


def read(path: Path) -> Mapping[str, str]:
    """Return the translations of a .po file, those marked fuzzy left out.

    A message with a plural has two entries, one for each of its texts.
    """
    with path.open("rb") as stream:
        catalog = read_po(stream)
    return {
        text: translation
        for message in catalog
        if message.id and not message.fuzzy
        for text, translation in zip(_forms(message.id), _forms(message.string), strict=False)
        if translation
    }


def build(
    language: str,
    wanted: Iterable[str],
    translations: Mapping[str, str],
    pairs: Iterable[tuple[str, str]] = (),
) -> Catalog:
    """Return a catalogue of the wanted texts, sorted, obsolete ones dropped.

    Two texts that are a pair of `pairs` make one message with a plural.
    """
    catalog = _StableCatalog(
        locale=language,
        domain=DOMAIN,
        fuzzy=False,
        header_comment="# Texts of paja. Brought up to date by `make messages`; translate here.",
    )
    plural_of = dict(pairs)
    paired = {*plural_of, *plural_of.values()}
    for text in sorted({*wanted} - paired):
        catalog.add(text, translations.get(text, ""), flags=_flags(text))
    for pair in sorted(plural_of.items()):
        catalog.add(pair, tuple(translations.get(text, "") for text in pair), flags=_flags(pair[1]))
    return catalog


def rendered(catalog: Catalog) -> tuple[bytes, bytes]:
    """Return the bytes of the .po and of the .mo file."""
    po, mo = BytesIO(), BytesIO()
    write_po(po, catalog, width=0)
    write_mo(mo, catalog)
    return po.getvalue(), mo.getvalue()


def write(path: Path, catalog: Catalog) -> None:
    """Write a catalogue as `path` (.po) and, compiled, beside it (.mo)."""
    po, mo = rendered(catalog)
    path.write_bytes(po)
    path.with_suffix(".mo").write_bytes(mo)


def _forms(texts: str | Iterable[str] | None) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts or ())


def _flags(text: str) -> tuple[str, ...]:
    """Mark messages with placeholders for translators' tools."""
    return ("python-brace-format",) if "{" in text else ()


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
