"""What each code means that is not the code of a rule."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.codes.cells import CELLS
from pipeline.core.codes.documents import DOCUMENTS
from pipeline.core.codes.files import FILES
from pipeline.core.codes.headings import HEADINGS
from pipeline.core.codes.notices import NOTICES
from pipeline.core.codes.template_places import TEMPLATE_PLACES
from pipeline.core.codes.template_quality import TEMPLATE_QUALITY
from pipeline.core.codes.template_runs import TEMPLATE_RUNS
from pipeline.core.codes.templates import TEMPLATES
from pipeline.core.explanation import Meaning

#: By code; the meanings of rules stand beside the rules.
CODES: Final[Mapping[str, Meaning]] = {
    **FILES,
    **HEADINGS,
    **CELLS,
    **NOTICES,
    **DOCUMENTS,
    **TEMPLATES,
    **TEMPLATE_PLACES,
    **TEMPLATE_QUALITY,
    **TEMPLATE_RUNS,
}
