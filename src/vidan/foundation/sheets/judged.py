"""A pasted list before it is entered: each row with its cells, and what is wrong with them."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """One cell as it was pasted, and what is wrong with it."""

    text: str
    errors: tuple[str, ...] = ()


@dataclass
class Line:
    """One row: its number in the list, its cells, and what is wrong with it as a whole; each duty adds what it reads of it."""

    number: int
    cells: list[Cell]
    errors: list[str] = field(default_factory=list)

    @property
    def is_wrong(self) -> bool:
        """Whether anything in the row is wrong."""
        return bool(self.errors) or any(cell.errors for cell in self.cells)
