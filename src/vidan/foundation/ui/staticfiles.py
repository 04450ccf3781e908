"""Static files are named by their content, so that browsers may keep them for good."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # the library publishes no types
    """As the library's, but a page still comes (with plain names) before `vidan prepare` has gathered the files."""

    manifest_strict = False
