"""Every address of the site."""

from django.contrib import admin
from django.urls import include, path

from coaching import views
from coaching.api import api

urlpatterns = [
    path("", views.home, name="home"),
    path("chat/", views.chat, name="chat"),
    path("chat/<uuid:conversation_id>/", views.chat, name="conversation"),
    path("billing/", views.billing, name="billing"),
    path("settings/", views.settings_page, name="settings"),
    path("settings/export/", views.export, name="export"),
    path("settings/erase/", views.erase, name="erase"),
    path("safety/", views.safety_page, name="safety"),
    path("privacy/", views.privacy, name="privacy"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", api.urls),
    path("healthz", views.healthz),
    path("readyz", views.readyz),
    path("metrics", views.prometheus),
]
