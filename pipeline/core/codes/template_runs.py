"""What a run of the template checks does beside finding faults: mending, waiving, marking."""

from collections.abc import Mapping
from typing import Final

from pipeline.core.explanation import Example, Meaning
from schemas.msgid import msgid

TEMPLATE_RUNS: Final[Mapping[str, Meaning]] = {
    "TE-90": Meaning(
        msgid(
            "With --fix, what is safe to mend has been mended in the template itself; nothing that"
            " a person has written was changed. What a person must decide is left as it is."
        ),
        Example(
            wrong=msgid("Curly quotation marks in a tag, and the author's name in the properties"),
            right=msgid("Straight quotation marks, and no name"),
        ),
    ),
    "TE-91": Meaning(
        msgid(
            "A finding that is right as it is can be waived with a reason, in deliverable.yaml or"
            " in .paja.toml; a waiver of what makes a template unusable does not count, and one"
            " that no longer matches anything is cleared away."
        ),
        Example(
            wrong=msgid('code = "TE-33", without a reason'),
            right=msgid(
                'code = "TE-33", reason = "The table only places two pictures side by side"'
            ),
        ),
    ),
    "TE-92": Meaning(
        msgid(
            "A baseline keeps old findings silent until they are mended; those that are gone are"
            " taken out of it, so that they are told if they come back."
        ),
        Example(
            wrong=msgid("A baseline of 40 findings, of which 12 have been mended"),
            right=msgid("The baseline written anew, with 28 findings"),
        ),
    ),
    "TE-93": Meaning(
        msgid(
            "A template that is a whole Word document can be marked; one that is not is told of in"
            " the list of findings only."
        ),
        Example(
            wrong=msgid("A template that is protected by a password, with --mark"),
            right=msgid("The password removed, and the command given again"),
        ),
    ),
}
