"""Addresses of surveys."""

from django.urls import path

from vidan.surveys.views import (
    questionnaire_conditions,
    questionnaire_files,
    questionnaire_parts,
    questionnaire_preview,
    questionnaires,
)

app_name = "surveys"

QUESTIONNAIRES = "ban-lam-viec/mau-phieu/"
QUESTIONNAIRE = f"{QUESTIONNAIRES}<int:pk>/"
SECTION = f"{QUESTIONNAIRE}phan/<slug:code>/"
QUESTION = f"{QUESTIONNAIRE}cau/<slug:code>/"
PART = f"{QUESTION}y/<slug:part>/"

_questionnaires = [
    path(QUESTIONNAIRES, questionnaires.listed, name="questionnaires"),
    path(f"{QUESTIONNAIRES}moi/", questionnaires.new, name="questionnaire_new"),
    path(f"{QUESTIONNAIRES}tu-tep/", questionnaire_files.from_file, name="questionnaire_from_file"),
    path(f"{QUESTIONNAIRES}co-san/<slug:slug>/", questionnaires.supplied_page, name="questionnaire_supplied"),
    path(f"{QUESTIONNAIRES}co-san/<slug:slug>/lay/", questionnaires.taken_over, name="questionnaire_take_over"),
    path(QUESTIONNAIRE, questionnaires.page, name="questionnaire"),
    path(f"{QUESTIONNAIRE}ten/", questionnaires.title, name="questionnaire_title"),
    path(f"{QUESTIONNAIRE}xem-thu/", questionnaire_preview.preview, name="questionnaire_preview"),
    path(f"{QUESTIONNAIRE}phieu-giay-<slug:language>.pdf", questionnaire_files.paper, name="questionnaire_paper"),
    path(f"{QUESTIONNAIRE}xlsform.xlsx", questionnaire_files.as_sheet, name="questionnaire_sheet"),
    path(f"{QUESTIONNAIRE}tu-tep/", questionnaire_files.bring, name="questionnaire_bring"),
    path(f"{QUESTIONNAIRE}ban-moi/", questionnaires.next_version, name="questionnaire_next"),
    path(f"{QUESTIONNAIRE}cong-bo/", questionnaires.published, name="questionnaire_publish"),
    path(f"{QUESTIONNAIRE}bo/", questionnaires.dropped, name="questionnaire_drop"),
    path(f"{QUESTIONNAIRE}them-phan/", questionnaire_parts.add_section, name="questionnaire_section_add"),
    path(SECTION, questionnaire_parts.section, name="questionnaire_section"),
    path(f"{SECTION}chuyen/", questionnaire_parts.move_section, name="questionnaire_section_move"),
    path(f"{SECTION}bo/", questionnaire_parts.remove_section, name="questionnaire_section_remove"),
    path(f"{SECTION}them-cau/", questionnaire_parts.add_question, name="questionnaire_question_add"),
    path(QUESTION, questionnaire_parts.question, name="questionnaire_question"),
    path(f"{QUESTION}chuyen/", questionnaire_parts.move_question, name="questionnaire_question_move"),
    path(f"{QUESTION}bo/", questionnaire_parts.remove_question, name="questionnaire_question_remove"),
    path(f"{QUESTION}dieu-kien/", questionnaire_conditions.add, name="questionnaire_condition"),
    path(
        f"{QUESTION}dieu-kien/<int:position>/bo/",
        questionnaire_conditions.remove,
        name="questionnaire_condition_remove",
    ),
    path(f"{QUESTION}them-y/", questionnaire_parts.add_parts, name="questionnaire_parts"),
    path(PART, questionnaire_parts.part, name="questionnaire_part"),
    path(f"{PART}chuyen/", questionnaire_parts.move_part, name="questionnaire_part_move"),
    path(f"{PART}bo/", questionnaire_parts.remove_part, name="questionnaire_part_remove"),
]

urlpatterns = [*_questionnaires]
