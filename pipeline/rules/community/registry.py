"""The rules of Yhteisöllinen innovointi by their ids: the common ones and its own."""

from collections.abc import Mapping
from typing import Final

from pipeline.rules.acknowledged import ACKNOWLEDGEMENTS
from pipeline.rules.characters import CHARACTERS
from pipeline.rules.community.blocks import BLOCKS
from pipeline.rules.community.events import (
    PROCESS_ORDER,
    WORKSHOP_DAYS_OFF,
    WORKSHOP_HOURS,
    WORKSHOP_INVITATIONS,
    WORKSHOP_ORDER,
    WORKSHOP_PERIOD,
)
from pipeline.rules.community.experiments import DECIDED, WHOLE
from pipeline.rules.community.groups import GROUPS
from pipeline.rules.community.invitees import INVITEES
from pipeline.rules.community.leads import LEADS
from pipeline.rules.community.memos import MEMOS
from pipeline.rules.community.methods import METHODS
from pipeline.rules.community.process import CLIENTS, DOCUMENTER, LENGTH
from pipeline.rules.community.subject import CommunitySubject
from pipeline.rules.community.workshops import GAPS, NUMBERS
from pipeline.rules.duplicates import DUPLICATES
from pipeline.rules.languages import SUBMISSION_LANGUAGES
from pipeline.rules.missing import MISSING
from pipeline.rules.named_people import NAMED_PEOPLE
from pipeline.rules.references import REFERENCES
from pipeline.rules.rule import Rule
from pipeline.rules.written_times import INFERRED_YEARS, WEEKDAYS

COMMUNITY_RULES: Final[Mapping[str, Rule[CommunitySubject]]] = {
    "YL-02": REFERENCES,
    "YL-03": DUPLICATES,
    "YL-06": INFERRED_YEARS,
    "YL-07": PROCESS_ORDER,
    "YL-08": WORKSHOP_ORDER,
    "YL-09": WORKSHOP_PERIOD,
    "YL-10": WORKSHOP_INVITATIONS,
    "YL-11": SUBMISSION_LANGUAGES,
    "YL-13": WEEKDAYS,
    "YL-14": WORKSHOP_DAYS_OFF,
    "YL-16": NAMED_PEOPLE,
    "YL-17": MISSING,
    "YL-18": WORKSHOP_HOURS,
    "YL-19": ACKNOWLEDGEMENTS,
    "YI-01": NUMBERS,
    "YI-02": CLIENTS,
    "YI-03": LENGTH,
    "YI-04": GAPS,
    "YI-05": BLOCKS,
    "YI-06": METHODS,
    "YI-07": LEADS,
    "YI-08": DOCUMENTER,
    "YI-09": INVITEES,
    "YI-10": MEMOS,
    "YI-11": WHOLE,
    "YI-12": DECIDED,
    "YI-13": GROUPS,
    "CE-05": CHARACTERS,
}
