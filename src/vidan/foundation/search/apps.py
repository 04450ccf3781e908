from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "vidan.foundation.search"
    label = "search"
