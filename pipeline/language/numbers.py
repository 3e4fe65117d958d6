"""Numbers and sums of money as each language writes them."""

from decimal import Decimal
from functools import cache

from babel.numbers import get_decimal_symbol, get_group_symbol

from pipeline.language.locales import LOCALES, NBSP

_MINUS = "\N{MINUS SIGN}"


def number(value: Decimal | int, language: str) -> str:
    """Return a number with as many decimals as it was given: 12 500 or 4,50 (fi, sv).

    Finnish and Swedish group thousands by no-break spaces.
    """
    exact = Decimal(value)
    exponent = exact.as_tuple().exponent
    return _grouped(exact, language, -exponent if isinstance(exponent, int) else 0)


def money(euros: Decimal | int, language: str) -> str:
    """Return a sum in euros as 12 500 € or 12 500,50 € (fi, sv), €12,500 (en)."""
    exact = Decimal(euros)
    amount = _grouped(exact, language, 0 if exact == exact.to_integral_value() else 2)
    if language != "en":
        return f"{amount}{NBSP}€"
    return f"{_MINUS}€{amount[1:]}" if amount.startswith(_MINUS) else f"€{amount}"


def _grouped(value: Decimal, language: str, decimals: int) -> str:
    # Babel reads its pattern anew for each number, which takes longer than a whole line of text.
    return f"{value:,.{max(decimals, 0)}f}".translate(_symbols(language))


@cache
def _symbols(language: str) -> dict[int, str]:
    """Return what stands in the language's numbers for Python's own signs."""
    locale = LOCALES[language]
    return str.maketrans({
        ",": get_group_symbol(locale),
        ".": get_decimal_symbol(locale),
        "-": _MINUS,
    })
