"""The names that a template can use, as JSON."""

import json
from dataclasses import asdict

from pipeline.core.name_list import ListedName, NameList
from pipeline.report.visible import json_safe


def names_json(names: NameList) -> str:
    """Return the names as JSON with their meaning in every language; ends in a line break."""
    shown = {
        "context": names.context,
        "title": names.title,
        "language": names.language,
        "fields": [_flat(each) for each in names.names],
    }
    return json_safe(json.dumps(shown, ensure_ascii=False, indent=2)) + "\n"


def _flat(named: ListedName) -> dict[str, object]:
    return {
        "path": named.path,
        "tag": named.tag,
        "type": named.kind,
        "presence": named.presence,
        "title": dict(named.titles),
        "meaning": dict(named.abouts),
        "print": named.printed,
        "example": named.example,
        "from": [asdict(each) for each in named.origins],
    }
