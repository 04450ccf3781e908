"""The front page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    """Say whose site it is and open the doors that work."""
    return render(request, "site/home.html")
