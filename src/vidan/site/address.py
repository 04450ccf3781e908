"""What follows the question mark of an address, before anything reads it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NUL = "%00"


class WithoutNul:
    """Leaves the NUL character out of what an address asks: nobody types one, and PostgreSQL takes no text that holds one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.META.get("QUERY_STRING", ""):
            request.META["QUERY_STRING"] = request.META["QUERY_STRING"].replace(NUL, "")
        return self.get_response(request)
