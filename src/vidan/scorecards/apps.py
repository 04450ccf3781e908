from django.apps import AppConfig


class ScorecardsConfig(AppConfig):
    name = "vidan.scorecards"
    label = "scorecards"
