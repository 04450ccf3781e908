"""The settings, one small module a subject; what an operator may change is listed in environment.py alone."""

from vidan.site.settings.apps import *  # noqa: F403 - a settings package is the sum of its subjects
from vidan.site.settings.database import *  # noqa: F403
from vidan.site.settings.language import *  # noqa: F403
from vidan.site.settings.security import *  # noqa: F403
from vidan.site.settings.sign_in import *  # noqa: F403
from vidan.site.settings.work import *  # noqa: F403
