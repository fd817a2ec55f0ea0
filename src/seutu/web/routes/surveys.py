"""Addresses of surveys: those by which anybody answers, and those of a workspace."""

from django.urls import path

from seutu.web.views import (
    answering,
    survey_changes,
    survey_import,
    survey_questions,
    survey_results,
    survey_success,
    survey_waves,
    survey_weighting,
    surveys,
)

ANSWER = "answer/<str:code>"
SURVEY = "w/<slug:workspace>/surveys/<uuid:survey_id>"
QUESTION = f"{SURVEY}/questions"
WAVE = f"{SURVEY}/waves/<uuid:wave_id>"
urlpatterns = [
    path(f"{ANSWER}/", answering.answer, name="answer"),
    path(f"{ANSWER}/thanks/", answering.answer_thanks, name="answer_thanks"),
    path(f"{ANSWER}/r/<str:resume>/", answering.answer, name="answer_resume"),
    path(f"{ANSWER}/p/<str:personal>/", answering.answer, name="answer_personal"),
    path(f"{ANSWER}/p/<str:personal>/r/<str:resume>/", answering.answer, name="answer_personal_resume"),
    path(f"{SURVEY}/", surveys.survey, name="survey"),
    path(f"{SURVEY}/publish/", surveys.survey_publish, name="survey_publish"),
    path(f"{SURVEY}/preview/", surveys.survey_preview, name="survey_preview"),
    path(f"{SURVEY}/changes/", survey_changes.survey_changes, name="survey_changes"),
    path(f"{SURVEY}/changes/<slug:form>/", survey_changes.survey_changes_file, name="survey_changes_file"),
    path(f"{QUESTION}/", survey_questions.survey_questions, name="survey_questions"),
    path(f"{QUESTION}/new/<slug:question_kind>/", survey_questions.survey_question_new, name="survey_question_new"),
    path(f"{QUESTION}/<slug:question>/", survey_questions.survey_question, name="survey_question"),
    path(f"{QUESTION}/<slug:question>/move/", survey_questions.survey_question_move, name="survey_question_move"),
    path(f"{WAVE}/", survey_waves.survey_wave, name="survey_wave"),
    path(f"{WAVE}/results/", survey_results.survey_results, name="survey_results"),
    path(f"{WAVE}/results/file/", survey_results.survey_results_file, name="survey_results_file"),
    path(f"{WAVE}/success/", survey_success.survey_success, name="survey_success"),
    path(f"{WAVE}/weighting/", survey_weighting.survey_weighting, name="survey_weighting"),
    path(f"{WAVE}/close/", survey_waves.survey_wave_close, name="survey_wave_close"),
    path(f"{WAVE}/remove/", survey_waves.survey_answers_remove, name="survey_answers_remove"),
    path(f"{WAVE}/import/", survey_import.survey_answers_import, name="survey_answers_import"),
    path(f"{WAVE}/answers/<slug:form>/", survey_waves.survey_answers_file, name="survey_answers_file"),
    path(f"{WAVE}/links/<uuid:link_id>/make/", survey_waves.survey_links_make, name="survey_links_make"),
]
