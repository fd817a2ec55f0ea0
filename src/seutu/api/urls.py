"""The addresses of the interface; a method that an address does not know is answered as a problem too."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, include, path

from seutu.api.interface import make_interface
from seutu.api.problems import WRONG_METHOD, ApiProblem, problem_answer

METHOD_NOT_ALLOWED = 405
interface = make_interface()


def _answering(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        answer = view(request, *args, **kwargs)
        if answer.status_code != METHOD_NOT_ALLOWED:
            return answer
        return problem_answer(request, ApiProblem(WRONG_METHOD, headers={"Allow": answer.headers.get("Allow", "")}))

    return answered


_found, _app, _namespace = interface.urls
for _each in _found:
    if isinstance(_each, URLPattern):
        _each.callback = _answering(_each.callback)

urlpatterns = [path("v1/", include((_found, _app), namespace=_namespace))]
