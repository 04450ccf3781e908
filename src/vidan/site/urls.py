"""All addresses: Vietnamese without marks, the same in English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from vidan.site.views import (
    calendar,
    contacts,
    counter,
    custody,
    erasures,
    figures,
    health,
    home,
    keys,
    lookup,
    notices,
    officials,
    openings,
    places,
    seals,
    search,
    sitemap,
    staff,
    wording,
)

_site = (
    [
        path("", home.home, name="home"),
        path("q/<slug:counter>/", counter.choose, name="counter"),
        path("tim-kiem/", search.page, name="search"),
        path("lien-he/", contacts.contacts, name="contacts"),
        path("tra-cuu/", lookup.lookup, name="lookup"),
        path("tra-cuu/dong/", lookup.leave, name="leave"),
        path("so-lieu/", figures.page, name="figures"),
        path("so-lieu/<int:year>.csv", figures.as_csv, name="figures_csv"),
        path("so-lieu/<int:year>-bang.csv", figures.tables_csv, name="figures_tables_csv"),
        path("so-lieu/<int:year>.json", figures.as_json, name="figures_json"),
        path("minh-bach/", seals.page, name="seals"),
        path("minh-bach/con-dau.json", seals.as_json, name="seals_json"),
        path("ban-lam-viec/bao/<int:pk>/", notices.notice, name="notice"),
        path("ban-lam-viec/lich/", calendar.page, name="calendar"),
        path("ban-lam-viec/loi-van/", wording.listed, name="wordings"),
        path("ban-lam-viec/loi-van/<slug:name>/", wording.page, name="wording"),
        path("ban-lam-viec/loi-van/<slug:name>/<int:number>/dung/", wording.use, name="wording_use"),
        path("ban-lam-viec/loi-van/<slug:name>/<int:number>.docx", wording.as_word, name="wording_word"),
        path("ban-lam-viec/loi-van/<slug:name>/<int:number>.pdf", wording.preview, name="wording_preview"),
        path("ban-lam-viec/noi-tiep-nhan/", places.listed, name="places"),
        path("ban-lam-viec/noi-tiep-nhan/quay/<int:pk>/bang/", places.sign, name="places_sign"),
        path("ban-lam-viec/noi-tiep-nhan/<slug:sort>/them/", places.add, name="places_add"),
        path("ban-lam-viec/noi-tiep-nhan/<slug:sort>/<int:pk>/thoi/", places.end, name="places_end"),
        path("ban-lam-viec/can-bo/", officials.listed, name="officials"),
        path("ban-lam-viec/can-bo/them/", officials.add, name="officials_add"),
        path("ban-lam-viec/can-bo/<slug:official>/ket-thuc/", officials.end, name="officials_end"),
        path("ban-lam-viec/giu-khoa/", custody.custody, name="custody"),
        path("ban-lam-viec/giu-khoa/dong/", custody.custody_close, name="custody_close"),
        path("ban-lam-viec/giu-khoa/tim/", custody.custody_find, name="custody_find"),
        path("ban-lam-viec/danh-tinh/", openings.openings, name="openings"),
        path("ban-lam-viec/het-han-luu/", erasures.erasures, name="erasures"),
        path("ban-lam-viec/giu-khoa/khoa/", keys.page, name="keys"),
        path("ban-lam-viec/giu-khoa/khoa/cau-mat-khau/", keys.passphrase, name="keys_passphrase"),
        path("ban-lam-viec/giu-khoa/khoa/them/", keys.invited, name="keys_invite"),
        path("ban-lam-viec/giu-khoa/khoa/trao/", keys.handed_over, name="keys_hand_over"),
        path("ban-lam-viec/giu-khoa/khoa/thoi/", keys.removed, name="keys_remove"),
        path("ban-lam-viec/giu-khoa/khoa/lam-moi/", keys.rotated, name="keys_rotate"),
        path("ban-lam-viec/giu-khoa/khoa/niem-lai/", keys.resealed, name="keys_reseal"),
        path("ban-lam-viec/giu-khoa/khoa/mat/", keys.lost, name="keys_lost"),
        path("ban-lam-viec/khoa-mat-tran/", keys.state, name="key_state"),
        path("ban-lam-viec/khoa-mat-tran/lam-moi/", keys.started_over, name="key_start_over"),
        path("ban-lam-viec/nguoi-dung/", staff.people, name="staff"),
        path("ban-lam-viec/nguoi-dung/them/", staff.add, name="staff_add"),
        path("ban-lam-viec/nguoi-dung/<slug:person>/", staff.one, name="staff_person"),
        path("ban-lam-viec/nguoi-dung/<slug:person>/het-vai-tro/", staff.end, name="staff_end_role"),
        path("ban-lam-viec/nguoi-dung/<slug:person>/cap-lai/", staff.renew, name="staff_renew"),
        path("ban-lam-viec/nguoi-dung/<slug:person>/dong/", staff.close, name="staff_close"),
    ],
    "site",
)

_machine = [
    path("healthz", health.healthz, name="healthz"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("robots.txt", sitemap.robots, name="robots"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((_machine, "site"), namespace="machine")),
    *i18n_patterns(
        path("", include(_site)),
        path("", include("vidan.cases.urls")),
        path("", include("vidan.scorecards.urls")),
        path("", include("vidan.surveys.urls")),
        path("", include("vidan.consultations.urls")),
        path("", include("vidan.outreach.urls")),
        path("", include("vidan.oversight.urls")),
        path("", include("vidan.reports.urls")),
        path("ban-lam-viec/dang-nhap/", include("allauth.account.urls")),
        path("ban-lam-viec/bao-ve/", include("allauth.mfa.urls")),
        prefix_default_language=False,
    ),
]

handler404 = "vidan.site.views.errors.missing"
handler500 = "vidan.site.views.errors.broken"
handler400 = "vidan.site.views.errors.unreadable"
handler403 = "vidan.site.views.errors.missing"
