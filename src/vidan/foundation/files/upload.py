"""Uploads stay in memory: Django's own handlers would spill an open text of 2.5 MB or more into a temporary file."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from vidan.foundation.files.limits import MAX_REQUEST

FLAG = "vidan.files.too_large_together"


class InMemoryOnly(FileUploadHandler):
    """Keeps the files of one request in memory up to MAX_REQUEST bytes together, and skips what goes beyond.

    A skipped file is read past, not kept, so that the rest of the form - the letter itself - still arrives;
    the view asks were_too_large() and says limits.TOO_LARGE_TOGETHER.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._taken = 0
        self._held: BytesIO | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep a chunk; raises SkipFile beyond the limit."""
        self._taken += len(raw_data)
        if self._held is None or self._taken > MAX_REQUEST:
            self._taken -= start + len(raw_data)
            self._held = None
            if self.request is not None:
                self.request.META[FLAG] = True
            raise SkipFile
        self._held.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """The finished file."""
        if self._held is None:
            return None
        held, self._held = self._held, None
        held.seek(0)
        return InMemoryUploadedFile(
            file=held,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )


def were_too_large(request: HttpRequest) -> bool:
    """Whether a file of this request was skipped; reads the form when it was not read yet."""
    return bool(request.FILES is not None and request.META.get(FLAG))
