"""What kept pages depend on."""

from django.db import models


class Topic(models.Model):
    """One thing that pages depend on, such as `news`, and how often it has changed."""

    name = models.CharField(max_length=20, primary_key=True)
    version = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return f"{self.name} {self.version}"
