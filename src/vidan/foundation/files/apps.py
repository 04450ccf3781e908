from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "vidan.foundation.files"
    label = "files"
