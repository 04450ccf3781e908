"""Hand a file to a browser so that it can be saved and nothing else."""

from collections.abc import Iterable
from urllib.parse import quote

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse

SANDBOX = "sandbox; default-src 'none'"


def as_attachment(data: bytes | Iterable[bytes], filename: str, content_type: str) -> HttpResponseBase:
    """A response that is saved, never shown; `filename` is ours ("PA-2018-0147-tep-1.jpg"), never the sender's.

    Raises ValueError for a file name with anything but letters, digits, dot, dash and underline.
    """
    if not filename or not all(letter.isalnum() or letter in "._-" for letter in filename):
        raise ValueError("a file name of ours has letters, digits, dots and dashes only")
    response: HttpResponseBase
    if isinstance(data, bytes):
        response = HttpResponse(data, content_type=content_type)
        response["Content-Length"] = str(len(data))
    else:
        response = StreamingHttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(filename)}"
    if filename.isascii():
        response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
