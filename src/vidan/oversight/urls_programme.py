"""Addresses of programme, plan, duties, guidance and duty reports."""

from django.urls import URLPattern, path

from vidan.oversight.views import compared, duties, duty_reports, duty_sheets, guidances, plans, programmes, public_plan

_PROGRAMMES, _PLANS = "ban-lam-viec/chuong-trinh/", "ban-lam-viec/ke-hoach/"
_DUTIES, _REPORTS, _GUIDANCE = "ban-lam-viec/nhiem-vu/", "ban-lam-viec/bao-cao-nhiem-vu/", "ban-lam-viec/huong-dan/"

programme_urls: list[URLPattern] = [
    path("ke-hoach/", public_plan.page, name="public_plan"),
    path("ke-hoach/<int:year>/", public_plan.page, name="public_plan_of"),
    path(_PROGRAMMES, programmes.listed, name="programmes"),
    path(f"{_PROGRAMMES}ghi/", programmes.new, name="programme_new"),
    path(f"{_PROGRAMMES}<slug:code>/", programmes.page, name="programme"),
    path(f"{_PROGRAMMES}<slug:code>/sua/", programmes.change, name="programme_change"),
    path(f"{_PROGRAMMES}<slug:code>/van-ban/", programmes.file, name="programme_file"),
    path(f"{_PLANS}doc/", plans.read, name="plan_read"),
    path(f"{_PLANS}<slug:code>/", plans.page, name="plan"),
    path(f"{_PLANS}<slug:code>/xac-nhan/", plans.confirm, name="plan_confirm"),
    path(f"{_PLANS}<slug:code>/ban-hanh/", plans.publish, name="plan_publish"),
    path(f"{_PLANS}<slug:code>/bang.xlsx", duty_sheets.plan, name="plan_sheet"),
    path(f"{_PLANS}<slug:code>/van-ban/", plans.file, name="plan_file"),
    path(f"{_PLANS}<slug:code>/nhiem-vu/them/", duties.new, name="duty_new"),
    path(f"{_DUTIES}<slug:code>/", duties.page, name="duty"),
    path(f"{_DUTIES}<slug:code>/giao/", duties.assign, name="duty_assign"),
    path(f"{_DUTIES}<slug:code>/xong/", duties.done, name="duty_done"),
    path(f"{_DUTIES}<slug:code>/chua-xong/", duties.reopen, name="duty_reopen"),
    path(_REPORTS, duty_reports.listed, name="reports"),
    path(f"{_REPORTS}danh-sach.xlsx", duty_sheets.reports, name="reports_sheet"),
    path(f"{_REPORTS}so-sanh/", compared.page, name="reports_compared"),
    path(f"{_REPORTS}so-sanh.xlsx", duty_sheets.units, name="reports_compared_sheet"),
    path(f"{_REPORTS}<slug:code>/", duty_reports.page, name="report"),
    path(f"{_REPORTS}<slug:code>/viet/", duty_reports.write, name="report_write"),
    path(f"{_REPORTS}<slug:code>/nhan/", duty_reports.accept, name="report_accept"),
    path(f"{_REPORTS}<slug:code>/tra-ve/", duty_reports.send_back, name="report_send_back"),
    path(f"{_REPORTS}<slug:code>/tep/", duty_reports.file, name="report_file"),
    path(_GUIDANCE, guidances.listed, name="guidances"),
    path(f"{_GUIDANCE}soan/", guidances.new, name="guidance_new"),
    path(f"{_GUIDANCE}<slug:code>/", guidances.page, name="guidance"),
    path(f"{_GUIDANCE}<slug:code>/sua/", guidances.change, name="guidance_change"),
    path(f"{_GUIDANCE}<slug:code>/gui/", guidances.send, name="guidance_send"),
    path(f"{_GUIDANCE}<slug:code>/danh-dau/", guidances.mark, name="guidance_mark"),
    path(f"{_GUIDANCE}<slug:code>/tep/", guidances.file, name="guidance_file"),
]
