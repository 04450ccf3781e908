from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "vidan.surveys"
    label = "surveys"
