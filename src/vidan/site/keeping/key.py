"""Making the recovery key: the public half stays here, the private half is shown once and kept nowhere."""

from django.conf import settings
from nacl.public import PrivateKey

from vidan.foundation.vault.recovery import name_of, printed
from vidan.site.keeping.backup import PUBLIC, NoRecoveryKey, recovery_public


def make_recovery_key() -> str:
    """Make a new key, to which backups are sealed from now on, and return the private half as it is written down."""
    private = PrivateKey.generate()
    place = settings.VAR_FOLDER / PUBLIC
    beside = place.with_name(f"{PUBLIC}.part")
    beside.write_text(bytes(private.public_key).hex() + "\n", encoding="ascii")
    beside.replace(place)
    return printed(private)


def current_name() -> str:
    """The short name of the recovery key, empty when there is none."""
    try:
        return name_of(recovery_public())
    except NoRecoveryKey:
        return ""


def told_once(key: str) -> str:
    """What the person at the terminal is told of a fresh key."""
    return (
        f"The recovery key ({current_name()}), shown this once and kept nowhere on this machine:\n\n    {key}\n\n"
        "Print or write it down twice and lock it away in two places that are not this one. Whoever has it and a backup reads\n"
        "everything but names given in confidence; without it no backup can be opened by anybody."
    )
