"""How many groups people make, and how large each of them is."""


def group_sizes(people: int, size: int, groups: int | None = None) -> tuple[int, ...]:
    """Return the sizes of the groups that people make, the larger ones first.

    There are as many groups as it takes so that none is larger than `size`, or as many as
    `groups` says; no two differ by more than one person.

    Raises:
        ValueError: there are no people, or no size or number to divide them by.
    """
    count = -(-people // size) if groups is None and size > 0 else groups or 0
    if people < 1 or count < 1:
        raise ValueError(people, size, groups)
    least, larger = divmod(people, count)
    return (least + 1,) * larger + (least,) * (count - larger)
