"""The names by which a workbook of ours is known, whatever it is called."""

from typing import Final

#: What the defined names of our own fields begin with.
FIELD_PREFIX: Final = "paja."
#: The defined name by which the list of faults in a marked workbook is known, whatever its title.
MARKS_NAME: Final = "paja.marks"
#: The custom property by which a workbook says what it is: programme, version, language.
IDENTITY_PROPERTY: Final = "paja.schema"
SCHEMA_VERSION: Final = "1"
