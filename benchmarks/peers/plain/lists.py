"""The list as REST framework's and django-filter's documents say."""

# mypy: ignore-errors

from django.urls import path
from rest_framework import generics, serializers

from plain.models import Actor


class ActorSerializer(serializers.ModelSerializer):
    """Every column of an actor."""

    class Meta:
        model = Actor
        fields = "__all__"


class ActorList(generics.ListAPIView):
    """The list, 50 at a time."""

    queryset = Actor.objects.all()
    serializer_class = ActorSerializer
    filterset_fields = ("municipality", "size", "classes")


urlpatterns = [path("actors/", ActorList.as_view())]
