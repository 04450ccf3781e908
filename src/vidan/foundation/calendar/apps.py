from django.apps import AppConfig


class CalendarConfig(AppConfig):
    name = "vidan.foundation.calendar"
    label = "calendar"
