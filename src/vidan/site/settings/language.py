"""Vietnamese first, English complete, one place on earth."""

from django.utils.translation import gettext_lazy as _

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("English"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
FORMAT_MODULE_PATH = ["vidan.foundation.ui.formats"]
