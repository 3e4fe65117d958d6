"""Who and what is meant by an id or a name, and how documents print them."""

from dataclasses import dataclass, field
from typing import Final

from pipeline.core.references import References
from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from schemas.academy import AcademySubmission
from schemas.organisation import Person, Post
from schemas.programme import PrintedNames

_PEOPLE: Final = ("people",)
_BOTH: Final = ("people", "posts")


@dataclass(frozen=True, slots=True)
class Directory:
    """The rows of one submission that others refer to, printed as the programme wants."""

    submission: AcademySubmission
    language: str
    translator: Translator
    printed: PrintedNames
    references: References = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "references", References.of(self.submission))

    def name(self, reference: str | None) -> str | None:
        """Return how a person or a post is printed; an unknown reference stands as written."""
        row = self._row(reference)
        match row:
            case Person():
                return self._person_name(row)
            case Post():
                return self._post_name(row)
            case _:
                return reference

    def names(self, references: tuple[str, ...]) -> list[str]:
        """Return the names of a list, posts without their holders: the list stays readable."""
        return [self._short(reference) for reference in references]

    def ids(self, references: tuple[str, ...], collection: str) -> list[str]:
        """Return the ids of the rows that are meant; an unknown reference stands as written."""
        return [self.id(reference, collection) for reference in references]

    def id(self, reference: str, *collections: str) -> str:
        """Return the id of the row that is meant; an unknown reference stands as written."""
        target = self.references.resolve(reference, collections)
        return reference if target is None else target.id

    def person(self, reference: str | None) -> Person | None:
        """Return the person whom an id or an exact full name means."""
        target = self.references.resolve(reference, _PEOPLE)
        return target.row if target is not None and isinstance(target.row, Person) else None

    def post_of(self, person: Person) -> str | None:
        """Return the title of the post that a person holds."""
        posts = self.submission.posts
        held = next((post for post in posts if self.person(post.holder) is person), None)
        return held.title.get(self.language) if held is not None and held.title else None

    def _row(self, reference: str | None) -> object:
        target = self.references.resolve(reference, _BOTH)
        return None if target is None else target.row

    def _short(self, reference: str) -> str:
        row = self._row(reference)
        return self._title(row) if isinstance(row, Post) else self.name(reference) or reference

    def _title(self, post: Post) -> str:
        return (post.title.get(self.language) if post.title else None) or post.id

    def _person_name(self, person: Person) -> str:
        if self._may_print(person):
            return person.full_name or person.id
        return self.post_of(person) or self.translator.text(Text("member of the team"))

    def _may_print(self, person: Person) -> bool:
        """Tell whether the programme prints names, and this person has not refused it."""
        return self.printed is PrintedNames.PEOPLE and person.may_publish_name is not False

    def _post_name(self, post: Post) -> str:
        title = self._title(post)
        holder = self.person(post.holder)
        if holder is None or not self._may_print(holder):
            return title
        return f"{title} ({holder.full_name})"
