"""The scalar types of the schemas: each reads what people write and refuses the rest kindly."""

from schemas.fields.blank import Blank
from schemas.fields.choice import Choice
from schemas.fields.clock import ClockTime
from schemas.fields.day import Day, Months
from schemas.fields.duration import Duration
from schemas.fields.faults import FAULTS, Fault, fault
from schemas.fields.gate import Gate, RequiredFrom
from schemas.fields.identity import AccentColour, BusinessId, Email, Phone, UrlText
from schemas.fields.localized import LANGUAGES, LocalizedText
from schemas.fields.money import Money
from schemas.fields.number import Number, Quantity, WholeNumber
from schemas.fields.refs import Identifier, Reference, ReferenceList, RefTo, split_parts
from schemas.fields.text import PlainText, TextRule, TitleText, suspicious
from schemas.fields.timing import Precision, Relation, Timing
from schemas.fields.truth import YesNo
from schemas.fields.version_number import VersionNumber

__all__ = [
    "FAULTS",
    "LANGUAGES",
    "AccentColour",
    "Blank",
    "BusinessId",
    "Choice",
    "ClockTime",
    "Day",
    "Duration",
    "Email",
    "Fault",
    "Gate",
    "Identifier",
    "LocalizedText",
    "Money",
    "Months",
    "Number",
    "Phone",
    "PlainText",
    "Precision",
    "Quantity",
    "RefTo",
    "Reference",
    "ReferenceList",
    "Relation",
    "RequiredFrom",
    "TextRule",
    "Timing",
    "TitleText",
    "UrlText",
    "VersionNumber",
    "WholeNumber",
    "YesNo",
    "fault",
    "split_parts",
    "suspicious",
]
