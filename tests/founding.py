"""Where the founding texts lie beside the checkout; tests that read them bear the mark `shared` (conftest.py)."""

from pathlib import Path

SHARED = Path(__file__).parents[2] / "shared"
