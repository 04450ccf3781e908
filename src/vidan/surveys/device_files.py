"""The files of the application on a device, under the names of their present content, and the version they make together."""

import hashlib

from django.templatetags.static import static

SCRIPTS = (
    "asking",
    "backing",
    "calendar",
    "conditions",
    "drawing",
    "fields",
    "handing",
    "interviewer",
    "keeping",
    "kiosk",
    "page",
    "questions",
    "resting",
    "sealing",
    "sending",
    "standing",
    "words",
)
"""Those of the page; `setup` and `worker` are loaded by nobody without a network."""

FILES = (
    "ui/vidan.css",
    "ui/mark.svg",
    "fonts/be-vietnam-pro-400.woff2",
    "fonts/be-vietnam-pro-600.woff2",
    "surveys/modules/device.css",
    *(f"surveys/modules/{name}.js" for name in SCRIPTS),
)


def addresses() -> list[str]:
    """Where each file lies."""
    return [static(name) for name in FILES]


def version_of(page: bytes) -> str:
    """The name of everything that is kept on the device together: the page and its files."""
    told = b"\0".join([page, *(place.encode() for place in addresses())])
    return hashlib.sha256(told).hexdigest()[:12]
