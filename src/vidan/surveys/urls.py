"""Addresses of surveys: results and the watch for everybody, replying, devices, and the desk."""

from django.urls import URLPattern, path

from vidan.surveys.views import (
    answer,
    contacts,
    device_app,
    devices,
    frame,
    invitations,
    invited,
    official_public,
    official_steps,
    officials,
    open_data,
    paper,
    questionnaire_conditions,
    questionnaire_files,
    questionnaire_parts,
    questionnaire_preview,
    questionnaires,
    result_desk,
    results,
    rounds,
)

app_name = "surveys"

ROUNDS = "ban-lam-viec/khao-sat/"
ROUND = f"{ROUNDS}<slug:code>/"
APP = "khao-sat/may/"
RESULT = "ban-lam-viec/khao-sat/<slug:code>/ket-qua/"
TEXTS = "ban-lam-viec/khao-sat/<slug:code>/loi-nguoi-dan/"
QUESTIONNAIRES = "ban-lam-viec/mau-phieu/"
QUESTIONNAIRE = f"{QUESTIONNAIRES}<int:pk>/"
SECTION = f"{QUESTIONNAIRE}phan/<slug:code>/"
QUESTION = f"{QUESTIONNAIRE}cau/<slug:code>/"
PART = f"{QUESTION}y/<slug:part>/"
OFFICIALS = "ban-lam-viec/khao-sat-chinh-thuc/"
OFFICIAL = f"{OFFICIALS}<slug:code>/"

_results = [
    path("khao-sat/", results.index, name="index"),
    path("khao-sat/ket-qua/<slug:code>/", results.result, name="result"),
    path("khao-sat/ket-qua/<slug:code>.<slug:form>", open_data.data, name="result_data"),
    path("ban-lam-viec/ket-qua-khao-sat/", result_desk.listed, name="results"),
    path(RESULT, result_desk.page, name="result_desk"),
    path(f"{RESULT}cong-bo/", result_desk.publish, name="result_publish"),
    path(TEXTS, result_desk.texts, name="texts"),
    path(f"{TEXTS}tiep/", result_desk.text, name="text_next"),
    path(f"{TEXTS}<slug:key>/", result_desk.text, name="text"),
]

_official = [
    path("khao-sat/chinh-thuc/", official_public.listed, name="official_public"),
    path("khao-sat/chinh-thuc/<slug:code>/", official_public.page, name="official_shown"),
    path("khao-sat/chinh-thuc/<slug:code>/ket-qua/", official_public.result, name="official_shown_file"),
    path(OFFICIALS, officials.listed, name="officials"),
    path(f"{OFFICIALS}danh-sach.xlsx", officials.as_sheet, name="officials_sheet"),
    path(f"{OFFICIALS}moi/", officials.new, name="official_new"),
    path(OFFICIAL, officials.page, name="official"),
    path(f"{OFFICIAL}sua/", officials.change, name="official_change"),
    path(f"{OFFICIAL}dieu/<slug:item>/", official_steps.judge, name="official_item"),
    path(f"{OFFICIAL}cong-bo/", official_steps.publication, name="official_publication"),
    path(f"{OFFICIAL}chua-cong-bo/", official_steps.unpublish, name="official_unpublish"),
    path(f"{OFFICIAL}cong-van/", official_steps.letter, name="official_letter"),
    path(f"{OFFICIAL}cong-van/bo/", official_steps.drop, name="official_drop_letter"),
    path(f"{OFFICIAL}cong-van/duyet/", official_steps.approve, name="official_approve"),
    path(f"{OFFICIAL}cong-van/<int:pk>.<slug:form>", officials.paper, name="official_paper"),
    path(f"{OFFICIAL}tra-loi/", official_steps.answer, name="official_answer"),
    path(f"{OFFICIAL}cong-khai/", official_steps.show, name="official_show"),
    path(f"{OFFICIAL}ket-thuc/", official_steps.close, name="official_close"),
    path(f"{OFFICIAL}mo-lai/", official_steps.reopen, name="official_reopen"),
    path(f"{OFFICIAL}tep/<slug:name>/", officials.file, name="official_file"),
]

_devices_and_paper = [
    path(APP, device_app.page, name="device"),
    path(f"{APP}sw.js", device_app.keeper, name="device_keeper"),
    path(f"{APP}phieu/", device_app.form, name="device_form"),
    path(f"{APP}gui/", device_app.send, name="device_send"),
    path(f"{ROUND}may/", devices.listed, name="devices"),
    path(f"{ROUND}may/chuan-bi/", devices.prepare, name="device_prepare"),
    path(f"{ROUND}may/<int:pk>/thoi/", devices.end, name="device_end"),
    path(f"{ROUND}giay/", paper.listed, name="papers"),
    path(f"{ROUND}giay/nhap/", paper.key, name="paper_key"),
    path(f"{ROUND}giay/<int:number>/", paper.decide, name="paper_decide"),
    path(f"{ROUND}giay/<int:number>/bo/", paper.drop, name="paper_drop"),
]

_answering = [
    path("khao-sat/giay-moi/", invited.invited, name="invited"),
    path("khao-sat/<slug:code>/tai/<slug:counter>/", answer.answer, name="answer"),
    path("khao-sat/<slug:code>/cam-on/", answer.thanks, name="thanks"),
]

_rounds = [
    path(ROUNDS, rounds.listed, name="rounds"),
    path(f"{ROUNDS}lap/", rounds.new, name="round_new"),
    path(ROUND, rounds.page, name="round"),
    path(f"{ROUND}sua/", rounds.heading, name="round_change"),
    path(f"{ROUND}bo/", rounds.dropped, name="round_drop"),
    path(f"{ROUND}mo/", rounds.opened, name="round_open"),
    path(f"{ROUND}dong/", rounds.closed, name="round_close"),
    path(f"{ROUND}khung-mau/", frame.frame, name="frame"),
    path(f"{ROUND}khung-mau/them/", frame.add, name="frame_add"),
    path(f"{ROUND}khung-mau/tu-bang-tinh/", frame.bring, name="frame_rows"),
    path(f"{ROUND}khung-mau/bang.xlsx", frame.as_sheet, name="frame_sheet"),
    path(f"{ROUND}nguoi-khong-tra-loi/", contacts.contacts, name="contacts"),
    path(f"{ROUND}giay-moi/", invitations.invitations, name="invitations"),
]

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

urlpatterns: list[URLPattern] = [*_results, *_official, *_devices_and_paper, *_answering, *_rounds, *_questionnaires]
