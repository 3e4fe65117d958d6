"""Which paja this is."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

DISTRIBUTION = "paja"


def version() -> str:
    """Return the version that is installed, empty when run from files alone."""
    try:
        return installed(DISTRIBUTION)
    except PackageNotFoundError:
        return ""
