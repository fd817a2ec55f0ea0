"""Addresses of surveys: those by which anybody answers, and those of a workspace."""

from django.urls import path

from seutu.web.views import answering

ANSWER = "answer/<str:code>"
urlpatterns = [
    path(f"{ANSWER}/", answering.answer, name="answer"),
    path(f"{ANSWER}/thanks/", answering.answer_thanks, name="answer_thanks"),
    path(f"{ANSWER}/r/<str:resume>/", answering.answer, name="answer_resume"),
    path(f"{ANSWER}/p/<str:personal>/", answering.answer, name="answer_personal"),
    path(f"{ANSWER}/p/<str:personal>/r/<str:resume>/", answering.answer, name="answer_personal_resume"),
]
