from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "vidan.foundation.jobs"
    label = "jobs"
