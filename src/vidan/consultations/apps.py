from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "vidan.consultations"
    label = "consultations"
