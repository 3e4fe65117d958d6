"""Numbers and sums of money as each language writes them."""

from decimal import Decimal

from babel.numbers import format_decimal

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
    pattern = "#,##0" + ("." + "0" * decimals if decimals > 0 else "")
    text = format_decimal(value, pattern, locale=LOCALES[language])
    return text.replace("-", _MINUS)
