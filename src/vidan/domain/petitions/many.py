"""Many people with one matter send representatives (Luật Tiếp công dân 2013 Đ.29)."""


def representatives(people: int) -> range:
    """How many may speak for so many: themselves up to four, 1 or 2 for five to ten, 1 to 5 for more than ten.

    The law names 5 to 10 people and more than 10; fewer are heard one by one. Raises ValueError for nobody.
    """
    if people < 1:
        raise ValueError("nobody has no representative")
    if people < 5:
        return range(people, people + 1)
    return range(1, 3) if people <= 10 else range(1, 6)
