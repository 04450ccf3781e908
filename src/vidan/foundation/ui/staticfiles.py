"""Static files are named by their content, so that browsers may keep them for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORTS = ("*/modules/*.js", ((r"""(?P<matched>from "(?P<url>\./\w+\.js)";)""", 'from "%(url)s";'),))
"""What a script in a folder `modules` imports is named by its content too: a page never mixes files of two versions."""


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # the library publishes no types
    """As the library's, but a page still comes (with plain names) before `vidan prepare` has gathered the files."""

    manifest_strict = False
    patterns = (*CompressedManifestStaticFilesStorage.patterns, IMPORTS)
