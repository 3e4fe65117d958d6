"""What the checks of Word templates notice of their looks, for readers and for the house style."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.explanation import Example, Meaning
from schemas.msgid import msgid

TEMPLATE_QUALITY: Final[Mapping[str, Meaning]] = {
    "TE-35": Meaning(
        msgid(
            "Text differs enough from its background: WCAG 2.1 asks for a contrast of 4.5, and of"
            " 3 for large text."
        ),
        Example(wrong=msgid("Light grey text on white"), right=msgid("Dark grey text on white")),
    ),
    "TE-36": Meaning(
        msgid(
            "Space is made by styles, not by empty paragraphs, which a screen reader reads out and"
            " which move when text changes."
        ),
        Example(
            wrong=msgid("Three empty paragraphs before a heading"),
            right=msgid("Space before in the style of the heading"),
        ),
    ),
    "TE-37": Meaning(
        msgid("The cells of a table are not merged, so that each is read out with its header."),
        Example(
            wrong=msgid("One cell over three columns in the middle of a table"),
            right=msgid("A table for each part, or the text above the table"),
        ),
    ),
    "TE-38": Meaning(
        msgid("Text stands in the text itself, not in boxes, whose order of reading is not known."),
        Example(
            wrong=msgid("A note in a text box"),
            right=msgid("A note in a paragraph with a style that frames it"),
        ),
    ),
    "TE-39": Meaning(
        msgid(
            "The text of a link tells where it leads; screen readers list links without the text"
            " around them."
        ),
        Example(
            wrong=msgid("More about it here"),
            right=msgid("More about it in the guide of the programme"),
        ),
    ),
    "TE-40": Meaning(
        msgid(
            "A template uses the styles and fonts of house-style.docx, and leaves the looks to"
            " them: then all documents look alike, and change together."
        ),
        Example(
            wrong=msgid("A paragraph in another font and size, set by hand"),
            right=msgid("A paragraph with a style of the house style"),
        ),
    ),
}
