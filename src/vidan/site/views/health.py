"""`/healthz`: ready or not and what is not well, for a machine that watches."""

from django.http import HttpRequest, JsonResponse

from vidan.site.keeping.health import look


def healthz(request: HttpRequest) -> JsonResponse:
    """200 with `{"ready": true, "worries": [...]}` while letters can be taken, else 503 with `"why"`."""
    health = look()
    if health.stops:
        return JsonResponse({"ready": False, "why": health.stops, "worries": health.worries}, status=503)
    return JsonResponse({"ready": True, "worries": health.worries})
