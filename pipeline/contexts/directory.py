"""Who is meant by an id or a name, and how documents print them."""

from dataclasses import dataclass

from pipeline.core.text import Text
from pipeline.language.catalogue import Translator
from schemas.academy import AcademySubmission
from schemas.organisation import Person, Post
from schemas.programme import PrintedNames


@dataclass(frozen=True, slots=True)
class Directory:
    """The people and posts of one submission, printed as the programme wants."""

    submission: AcademySubmission
    language: str
    translator: Translator
    printed: PrintedNames

    def name(self, reference: str | None) -> str | None:
        """Return how a person or a post is printed; an unknown reference stands as written."""
        if reference is None:
            return None
        person = self.person(reference)
        if person is not None:
            return self._person_name(person)
        post = self._post(reference)
        return reference if post is None else self._post_name(post)

    def names(self, references: tuple[str, ...]) -> list[str]:
        """Return the names of a list, posts without their holders: the list stays readable."""
        return [self._short(reference) for reference in references]

    def person(self, reference: str) -> Person | None:
        """Return the person whom an id or an exact full name means."""
        wanted = reference.casefold()
        people = self.submission.people
        return next(
            (p for p in people if wanted in {p.id.casefold(), p.full_name.casefold()}), None
        )

    def post_of(self, person: Person) -> str | None:
        """Return the title of the post that a person holds."""
        for post in self.submission.posts:
            if post.holder is not None and self.person(post.holder) is person:
                return post.title.get(self.language) if post.title else None
        return None

    def _short(self, reference: str) -> str:
        post = None if self.person(reference) else self._post(reference)
        return (self._title(post) if post else self.name(reference)) or reference

    def _title(self, post: Post) -> str:
        return (post.title.get(self.language) if post.title else None) or post.id

    def _post(self, reference: str) -> Post | None:
        wanted = reference.casefold()
        for post in self.submission.posts:
            title = post.title
            titles = {title.fi, title.sv, title.en} if title else set()
            if wanted in {post.id.casefold(), *(each.casefold() for each in titles if each)}:
                return post
        return None

    def _person_name(self, person: Person) -> str:
        if self.printed is PrintedNames.PEOPLE:
            return person.full_name or person.id
        return self.post_of(person) or self.translator.text(Text("member of the team"))

    def _post_name(self, post: Post) -> str:
        title = self._title(post)
        holder = self.person(post.holder) if post.holder else None
        if holder is None or self.printed is PrintedNames.POSTS:
            return title
        return f"{title} ({holder.full_name})"
