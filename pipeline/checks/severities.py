"""The codes of the template checks, and how much each matters."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.finding import Severity

SEVERITIES: Final[Mapping[str, Severity]] = {
    "TE-01": Severity.ERROR,
    "TE-02": Severity.ERROR,
    "TE-03": Severity.WARNING,
    "TE-04": Severity.ERROR,
    "TE-05": Severity.ERROR,
    "TE-06": Severity.WARNING,
    "TE-10": Severity.ERROR,
    "TE-11": Severity.ERROR,
    "TE-12": Severity.ERROR,
    "TE-13": Severity.ERROR,
    "TE-14": Severity.ERROR,
    "TE-15": Severity.ERROR,
    "TE-16": Severity.WARNING,
    "TE-17": Severity.WARNING,
    "TE-18": Severity.ERROR,
    "TE-19": Severity.ERROR,
    "TE-20": Severity.ERROR,
    "TE-21": Severity.ERROR,
    "TE-30": Severity.WARNING,
    "TE-31": Severity.WARNING,
    "TE-32": Severity.WARNING,
    "TE-33": Severity.WARNING,
    "TE-34": Severity.WARNING,
    "TE-35": Severity.WARNING,
    "TE-36": Severity.WARNING,
    "TE-37": Severity.WARNING,
    "TE-38": Severity.WARNING,
    "TE-39": Severity.WARNING,
    "TE-40": Severity.INFO,
    "TE-50": Severity.WARNING,
    "TE-51": Severity.INFO,
}
