"""The small component set of all pages."""

from django import template

register = template.Library()
