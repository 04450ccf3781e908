"""The bare page that everything is measured against: a template in the site's frame and two queries, nothing else."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import URLPattern, URLResolver, path

from vidan.foundation.units.models import ContactPoint, Unit
from vidan.site import urls

BARE = engines["django"].from_string(
    '{% extends "ui/page.html" %}{% block title %}{{ title }}{% endblock %}{% block main %}<h1>{{ title }}</h1>'
    "<table>{% for unit in units %}<tr><td>{{ unit.name }}</td><td>{{ unit.short_name }}</td></tr>{% endfor %}</table>"
    "<ul>{% for contact in contacts %}<li>{{ contact.place }}: {{ contact.hours }}</li>{% endfor %}</ul>{% endblock %}"
)


def bare(request: HttpRequest) -> HttpResponse:
    """Ten units and ten contacts in the frame that every page of the site has."""
    told = {"title": "Trang trơn", "units": Unit.objects.all()[:10], "contacts": ContactPoint.objects.all()[:10]}
    return HttpResponse(BARE.render(told, request))


urlpatterns: list[URLPattern | URLResolver] = [path("trang-tron/", bare, name="bare"), *urls.urlpatterns]
handler404, handler500, handler400, handler403 = urls.handler404, urls.handler500, urls.handler400, urls.handler403
